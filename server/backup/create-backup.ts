import { createWriteStream } from "node:fs";
import { link, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { openAdapter } from "@/lib/db/adapter";
import { createDb, type Db } from "@/lib/db/client";
import type { Env } from "@/lib/env";
import { isAppError } from "@/lib/errors";
import type { BlobStore } from "@/lib/storage/blob-store";
import { createBlobStore } from "@/lib/storage/get-blob-store";
import packages from "@/package.json";
import { askControlSocket } from "@/server/data-dir/control-socket";
import { lockDataDir } from "@/server/data-dir/data-dir-lock";
import { StartError } from "@/server/start/start-error";
import { listTree } from "./list-tree";
import { type Manifest, manifestName } from "./manifest";
import { newestMigration } from "./newest-migration";
import { requirePostgresTool, runPostgresTool } from "./postgres-tools";
import { createTarWriter, type TarEntry, type TarSource } from "./tar";

const copyTimeoutMs = 30 * 60_000;

type Database = Pick<Manifest, "database" | "migration"> & { sources: TarSource[] };

/**
 * Writes everything this installation needs to come back into one file, readable by its owner only: the database as it
 * is at one moment, the secret, the demo's record, uploaded files. The instance goes on answering. Throws StartError,
 * and then leaves no file behind; never replaces one.
 */
export async function createBackup(
  env: Env,
  file: string,
  say: (step: string) => void,
): Promise<{ manifest: Manifest; bytes: number }> {
  if (await stat(file).catch(() => null)) throw alreadyThere(file);
  const folder = await mkdtemp(`${path.resolve(file)}.part-`).catch((error) => {
    throw new StartError(`Can't write beside ${file} (${error.code}): choose another folder.`);
  });
  try {
    const { sources, ...about } = env.DATABASE_URL
      ? await dumpPostgres(env, env.DATABASE_URL, folder, say)
      : await copyEmbedded(env, folder, say);
    say("打包 packing");
    const draft = path.join(folder, "backup.tar.gz");
    const manifest = await pack(
      draft,
      about,
      [...sources, ...(await otherSources(env))],
      createBlobStore(env),
    );
    // A hard link never replaces a file that was made meanwhile.
    await link(draft, file).catch((error) => {
      throw error.code === "EEXIST" ? alreadyThere(file) : error;
    });
    return { manifest, bytes: (await stat(file)).size };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function pack(
  file: string,
  about: Pick<Manifest, "database" | "migration">,
  sources: TarSource[],
  files: BlobStore,
): Promise<Manifest> {
  const writer = createTarWriter(createWriteStream(file, { mode: 0o600, flags: "wx", flush: true }));
  const entries: TarEntry[] = [];
  for (const source of sources) entries.push(await writer.add(source));
  for await (const source of filesOf(files)) entries.push(await writer.add(source));
  const manifest: Manifest = {
    format: 1,
    version: packages.version,
    createdAt: new Date().toISOString(),
    ...about,
    entries,
  };
  await writer.add({ name: manifestName, text: `${JSON.stringify(manifest, null, 1)}\n` });
  await writer.end();
  return manifest;
}

/** The running instance copies its database between two queries; when none runs it is copied as it lies there. */
async function copyEmbedded(env: Env, folder: string, say: (step: string) => void): Promise<Database> {
  if (!(await stat(path.join(env.dataDir, "db")).catch(() => null)))
    throw new StartError(`There is no data in ${env.dataDir} yet: run npm start once, or set DATA_DIR.`);
  say("資料庫 database");
  const copy = path.join(folder, "db");
  const answer = await askControlSocket(env.dataDir, "backup:copy", { folder: copy }, copyTimeoutMs);
  if (answer && !answer.ok) throw new StartError(answer.error);
  const migration = answer ? toName(answer.result) : await copyStopped(env, copy);
  return { database: "embedded", migration, sources: await listTree(copy, "db") };
}

async function copyStopped(env: Env, copy: string): Promise<string | null> {
  const lock = await lockDataDir(env.dataDir);
  try {
    return await withDatabase(env, async (db, copyTo) => {
      await copyTo(copy);
      return newestMigration(db);
    });
  } finally {
    await lock.release();
  }
}

async function dumpPostgres(
  env: Env,
  url: string,
  folder: string,
  say: (step: string) => void,
): Promise<Database> {
  const { version, migration } = await withDatabase(env, async (db) => {
    const [row] = await db.$queryRaw<[{ version: number }]>`
      SELECT current_setting('server_version_num')::int AS version`;
    return { version: row.version, migration: await newestMigration(db) };
  });
  await requirePostgresTool("pg_dump", version);
  say("資料庫 database (pg_dump)");
  const file = path.join(folder, "database.dump");
  await runPostgresTool("pg_dump", url, [
    ...["--format=custom", "--compress=0", "--no-owner", "--no-privileges"],
    `--file=${file}`,
  ]);
  const { size } = await stat(file);
  return { database: "postgresql", migration, sources: [{ name: "database.dump", file, bytes: size }] };
}

/** Opens the database as it is, without bringing it up to date. Throws StartError when it can't be reached. */
async function withDatabase<T>(
  env: Env,
  work: (db: Db, copyTo: (folder: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  const adapter = await openAdapter(env);
  const db = createDb(adapter);
  try {
    await db.$queryRaw`SELECT 1`.catch((error) => {
      throw new StartError(`Can't reach the database (${error.message.split("\n").at(-1)}).`);
    });
    return await work(db, async (folder) => adapter.copyTo?.(folder));
  } finally {
    await db.$disconnect();
    await adapter.close();
  }
}

/**
 * The files that people gave us, one after the other, from wherever they lie. One that is deleted meanwhile is left
 * out.
 */
async function* filesOf(store: BlobStore): AsyncGenerator<TarSource> {
  try {
    for await (const { key, bytes } of store.list()) {
      const found = await store.get(key, bytes);
      if (found) yield { name: `files/${key}`, ...found };
    }
  } catch (error) {
    if (!isAppError(error)) throw error;
    throw new StartError(
      `The files can't be read (${error.message}): check the S3_ variables, or DATA_DIR/files.`,
    );
  }
}

async function otherSources({ NEXTAUTH_SECRET, dataDir }: Env): Promise<TarSource[]> {
  const secret = NEXTAUTH_SECRET ? `${NEXTAUTH_SECRET}\n` : await readIfThere(path.join(dataDir, "secret"));
  const demo = await readIfThere(path.join(dataDir, "demo.json"));
  return [
    ...(secret === null ? [] : [{ name: "secret", text: secret }]),
    ...(demo === null ? [] : [{ name: "demo.json", text: demo }]),
  ];
}

async function readIfThere(file: string): Promise<string | null> {
  return readFile(file, "utf8").catch((error) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}

function toName(result: unknown): string | null {
  return typeof result === "string" ? result : null;
}

function alreadyThere(file: string): StartError {
  return new StartError(`${file} is there already: choose another name, or move it away.`);
}
