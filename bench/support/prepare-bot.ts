import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseEnv } from "@/lib/env";
import { createEmbeddedKv } from "@/lib/kv/transports/embedded-kv";
import { seedDemo } from "@/prisma/seed";
import { openDatabase } from "@/server/start/open-database";
import { createTestContext } from "@/test/fixtures/test-context";
import { fillBot } from "./fill-bot";

/**
 * Makes the demo's team in the database that `environment` names and fills its shop's bot up to about `passages`, or so
 * many documents. Returns the bot's token. The data folder (`DATA_DIR`) gets the demo's file.
 */
export async function prepareBot(
  environment: Record<string, string>,
  passages: number,
  documents?: number,
): Promise<string> {
  const kv = createEmbeddedKv();
  const env = parseEnv(environment);
  const { DATA_DIR: dataDir = "" } = environment;
  const { db, close } = await openDatabase(env, process.cwd(), (db) =>
    seedDemo(createTestContext({ db, kv }), { baseUrl: "", dataDir }),
  );
  const demo = JSON.parse(await readFile(path.join(dataDir, "demo.json"), "utf8"));
  const shop: string = demo.bots[0].token;
  await fillBot(db, shop, passages, documents);
  await close();
  await kv.close();
  return shop;
}
