import { existsSync } from "node:fs";
import path from "node:path";
import { createContext } from "@/lib/context";
import { type Env, env as readEnv } from "@/lib/env";
import { createKv } from "@/lib/kv/client";
import { openDatabase } from "@/server/start/open-database";
import { StartError } from "@/server/start/start-error";
import { requireCommand } from "./commands";
import { askControlSocket } from "./control-socket";
import { lockDataDir } from "./data-dir-lock";
import { keepNewFilesPrivate } from "./protect-data-dir";

/**
 * Runs one of `commands` on this installation's data: in the running instance when the embedded database is in use,
 * else on the database itself. Throws StartError, or an Error with the command's own reason.
 */
export async function runCommand(name: string, args: Record<string, string>, root: string): Promise<unknown> {
  keepNewFilesPrivate();
  const env = readEnv();
  if (env.DATABASE_URL) return runHere(env, name, args, root);
  if (!existsSync(path.join(env.dataDir, "db")))
    throw new StartError(`There is no data in ${env.dataDir} yet: run npm start once, or set DATA_DIR.`);
  const answer = await askControlSocket(env.dataDir, name, args);
  if (answer?.ok) return answer.result;
  if (answer) throw new Error(answer.error);
  const lock = await lockDataDir(env.dataDir);
  try {
    return await runHere(env, name, args, root);
  } finally {
    await lock.release();
  }
}

async function runHere(env: Env, name: string, args: Record<string, string>, root: string): Promise<unknown> {
  const command = requireCommand(name);
  // Nobody waits for an answer here, as a visitor does.
  const kv = createKv(env, { timeoutMs: 10_000 });
  const { db, copyTo, close } = await openDatabase(env, root, async () => {});
  try {
    return await command({ ...createContext({ db, kv }), copyTo }, args);
  } finally {
    await close();
    await kv.close();
  }
}
