import { createReadStream } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { embeddedAdapter } from "@/lib/db/adapter";
import { createDb } from "@/lib/db/client";
import type { Env } from "@/lib/env";
import { createFolderStore } from "@/lib/storage/folder-store";
import { createBlobStore } from "@/lib/storage/get-blob-store";
import { spoolFile } from "@/lib/storage/spool-file";
import { syncFolder } from "@/lib/storage/sync-folder";
import { lockDataDir } from "@/server/data-dir/data-dir-lock";
import { StartError } from "@/server/start/start-error";
import { type Manifest, manifestName, manifestSchema } from "./manifest";
import { knowsMigration, newestMigration } from "./newest-migration";
import { restorePostgres } from "./restore-postgres";
import { extractTar } from "./tar";

export type Restored = {
  manifest: Manifest;
  /** Where what was there before lies now; null when there was nothing. */
  before: string | null;
  /** Whether this installation is configured with another secret than the backup's: its sessions end then. */
  hasOtherSecret: boolean;
};

/**
 * Puts a backup in place of this installation's data. It is unpacked beside the data, checked and opened first; what
 * was there is replaced last, and put back when that fails. Throws StartError when the file is no whole backup, comes
 * from a newer version or another kind of database, when an instance is running, and, unless `isForced`, when there is
 * data already.
 */
export async function restoreBackup(
  env: Env,
  file: string,
  { isForced, root, say }: { isForced: boolean; root: string; say: (step: string) => void },
): Promise<Restored> {
  if (!(await stat(file).catch(() => null))?.isFile()) throw new StartError(`There is no backup ${file}.`);
  const lock = await lockDataDir(env.dataDir);
  let staging: string | undefined;
  try {
    const kept = await contentOf(env.dataDir);
    if (!env.DATABASE_URL && kept.length > 0 && !isForced) throw hasData(env.dataDir);
    staging = await mkdtemp(path.join(env.dataDir, ".restore-"));
    say("檢查備份 checking the backup");
    const manifest = await unpack(file, staging);
    await requireFitting(manifest, env, root);
    const hasOtherSecret = await isOtherSecret(env, staging);
    await moveToBucket(env, path.join(staging, "files"), say);
    if (env.DATABASE_URL) {
      await restorePostgres(env.DATABASE_URL, path.join(staging, "database.dump"), { isForced, say });
      await rm(path.join(staging, "database.dump"));
    } else {
      say("打開資料庫 opening the database");
      await requireOpens(path.join(staging, "db"), manifest);
    }
    if (env.NEXTAUTH_SECRET) await rm(path.join(staging, "secret"), { force: true });
    say("放回原處 putting it in place");
    return { manifest, before: await replace(env.dataDir, staging), hasOtherSecret };
  } finally {
    if (staging) await rm(staging, { recursive: true, force: true });
    await lock.release();
  }
}

/** What belongs to an installation in its data folder; all else there is left alone. */
const parts = ["db", "secret", "demo.json", "files"];

async function contentOf(folder: string): Promise<string[]> {
  const found = await readdir(folder);
  return parts.filter((part) => found.includes(part));
}

async function unpack(file: string, folder: string): Promise<Manifest> {
  try {
    const entries = await extractTar(createReadStream(file), folder);
    const text = await readFile(path.join(folder, manifestName), "utf8");
    const manifest = manifestSchema.parse(JSON.parse(text));
    if (entries.at(-1)?.name !== manifestName) throw new Error("something follows its list");
    if (!isDeepStrictEqual(entries.slice(0, -1), manifest.entries))
      throw new Error("its files are not those that its list names");
    await rm(path.join(folder, manifestName));
    return manifest;
  } catch (error) {
    throw new StartError(
      `${file} is no whole backup (${reasonOf(error)}): nothing was changed. Take another one.`,
    );
  }
}

/** Where a bucket is configured, the backup's files go there; what else it holds stays. */
async function moveToBucket(env: Env, folder: string, say: (step: string) => void): Promise<void> {
  const bucket = createBlobStore(env);
  if (bucket.kind === "folder") return;
  say("檔案 files (S3)");
  try {
    for await (const { key } of createFolderStore(folder).list()) {
      const source = createReadStream(path.join(folder, key));
      await spoolFile(`${folder}.sent`, source, Number.POSITIVE_INFINITY, (file) => bucket.put(key, file));
    }
  } catch (error) {
    throw new StartError(
      `The backup's files can't be put into the bucket (${reasonOf(error)}): check the S3_ variables.`,
    );
  }
  await rm(folder, { recursive: true, force: true });
  await rm(`${folder}.sent`, { recursive: true, force: true });
}

async function requireFitting(manifest: Manifest, env: Env, root: string): Promise<void> {
  if (!(await knowsMigration(manifest.migration, root)))
    throw new StartError(
      `The backup was made by Dawen ${manifest.version} with the migration ${manifest.migration}, which this version doesn't have: nothing was changed. Check out that version or a newer one, then restore again.`,
    );
  const here = env.DATABASE_URL ? "postgresql" : "embedded";
  if (manifest.database === here) return;
  throw new StartError(
    manifest.database === "postgresql"
      ? "The backup holds a PostgreSQL database: nothing was changed. Set DATABASE_URL and NEXTAUTH_SECRET, then restore again."
      : "The backup holds the embedded database: nothing was changed. Unset DATABASE_URL, then restore again.",
  );
}

async function requireOpens(folder: string, { migration }: Manifest): Promise<void> {
  try {
    const adapter = await embeddedAdapter(folder);
    const db = createDb(adapter);
    try {
      const found = await newestMigration(db);
      if (found !== migration) throw new Error(`it ends with the migration ${found}`);
    } finally {
      await db.$disconnect();
      await adapter.close();
    }
  } catch (error) {
    throw new StartError(
      `The backup's database can't be opened (${reasonOf(error)}): nothing was changed. Take another one.`,
    );
  }
}

async function isOtherSecret(
  { NEXTAUTH_SECRET, NEXTAUTH_SECRET_OLD = [] }: Env,
  staging: string,
): Promise<boolean> {
  if (!NEXTAUTH_SECRET) return false;
  const saved = await readFile(path.join(staging, "secret"), "utf8").catch(() => "");
  const [current = ""] = saved.trim().split("\n");
  return ![NEXTAUTH_SECRET, ...NEXTAUTH_SECRET_OLD].includes(current);
}

/** Moves what was there aside and the new in; when a move fails, those before it are taken back. */
async function replace(dataDir: string, staging: string): Promise<string | null> {
  const [old, fresh] = [await contentOf(dataDir), await contentOf(staging)];
  // With PostgreSQL the folder may hold a secret or an embedded database of other days: only what comes is replaced.
  const leaving = fresh.includes("db") ? old : old.filter((part) => fresh.includes(part));
  const before = path.join(
    dataDir,
    `before-restore-${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}`,
  );
  if (leaving.length > 0) await mkdir(before, { mode: 0o700 });
  const moves = [
    ...leaving.map((part) => [path.join(dataDir, part), path.join(before, part)] as const),
    ...fresh.map((part) => [path.join(staging, part), path.join(dataDir, part)] as const),
  ];
  const done: (readonly [string, string])[] = [];
  try {
    for (const [from, to] of moves) {
      await rename(from, to);
      done.push([from, to]);
    }
    await syncFolder(dataDir);
  } catch (error) {
    for (const [from, to] of done.toReversed()) await rename(to, from);
    if (leaving.length > 0) await rm(before, { recursive: true });
    throw error;
  }
  return leaving.length > 0 ? before : null;
}

function hasData(dataDir: string): StartError {
  return new StartError(
    `${dataDir} holds data already: nothing was changed. Restore into an empty folder (DATA_DIR=.data2), or say -- --force; what is there then moves aside.`,
  );
}

function reasonOf(error: unknown): string {
  const [line = ""] = (error instanceof Error ? error.message : String(error)).trim().split("\n");
  return line;
}
