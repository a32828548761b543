import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { inject } from "vitest";
import type { QueueDatabase } from "@/lib/db/adapter";
import { createDb, type Db } from "@/lib/db/client";
import { openPglite } from "@/lib/db/open-pglite";
import { splitStatements } from "@/lib/db/split-statements";
import { uuidv7 } from "@/lib/db/uuidv7";

export type TestDb = {
  db: Db;
  /** What the runner of jobs opens beside it. */
  queue: QueueDatabase;
  close: () => Promise<void>;
};

/**
 * A fresh, migrated database for one test file: embedded in memory, or a new schema-complete database on the server of
 * `TEST_DATABASE_URL` when that is set. `close` drops it.
 */
export async function createTestDb(): Promise<TestDb> {
  const serverUrl = inject("databaseUrl");
  return serverUrl ? onServer(serverUrl) : inMemory();
}

async function inMemory(): Promise<TestDb> {
  const client = await openPglite(undefined, { loadDataDir: await migratedDataDir() });
  const db = createDb({ factory: new PrismaPGlite(client) });
  return {
    db,
    queue: { pglite: client },
    close: async () => {
      await db.$disconnect();
      await client.close();
    },
  };
}

/** Writes an embedded database with all migrations into a new folder, for a process of its own to open. */
export async function writeTestDataDir(folder: string): Promise<void> {
  const client = await openPglite(folder, { loadDataDir: await migratedDataDir() });
  await client.close();
}

/**
 * A new cluster takes PGlite seconds to make: the migrated one is kept for all test files, until a migration changes.
 */
async function migratedDataDir(): Promise<Blob> {
  const migrations = await readAllMigrations();
  const pglite = await readFile(path.join("node_modules", "@electric-sql", "pglite", "package.json"));
  const hash = createHash("sha256").update(pglite).update(migrations).digest("hex").slice(0, 16);
  const file = path.join("node_modules", ".cache", "dawen", `test-db-${hash}.tar`);
  if (!existsSync(file)) {
    const client = await openPglite();
    await client.exec(migrations);
    const dump = await client.dumpDataDir("none");
    await client.close();
    await mkdir(path.dirname(file), { recursive: true });
    const half = `${file}.${process.pid}`;
    await writeFile(half, new Uint8Array(await dump.arrayBuffer()));
    await rename(half, file);
  }
  return new Blob([await readFile(file)]);
}

async function onServer(serverUrl: string): Promise<TestDb> {
  const name = `dawen_test_${uuidv7().replaceAll("-", "")}`;
  const admin = createDb(postgres(serverUrl));
  await admin.$executeRawUnsafe(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const db = createDb(postgres(url.href));
  for (const statement of splitStatements(await readAllMigrations())) await db.$executeRawUnsafe(statement);
  return {
    db,
    queue: { databaseUrl: url.href, canListen: true },
    close: async () => {
      await db.$disconnect();
      await admin.$executeRawUnsafe(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.$disconnect();
    },
  };
}

function postgres(connectionString: string) {
  const settings = { connectionString, max: 5 };
  return {
    factory: new PrismaPg(settings),
    prepared: { pool: new Pool({ ...settings, pipeline: true }), canPrepare: true },
  };
}

async function readAllMigrations(): Promise<string> {
  const folder = path.join(process.cwd(), "prisma", "migrations");
  const names = (await readdir(folder)).filter((name) => !name.endsWith(".toml")).sort();
  const scripts = await Promise.all(
    names.map((name) => readFile(path.join(folder, name, "migration.sql"), "utf8")),
  );
  return scripts.join("\n");
}
