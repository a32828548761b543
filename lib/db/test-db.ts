import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { createDb, type Db } from "./client";
import { uuidv7 } from "./uuidv7";

/**
 * A fresh, migrated database for one test file: embedded in memory, or a new schema-complete database on the server of
 * `TEST_DATABASE_URL` when that is set. `close` drops it.
 */
export async function createTestDb(): Promise<{ db: Db; close: () => Promise<void> }> {
  const serverUrl = process.env.TEST_DATABASE_URL;
  return serverUrl ? onServer(serverUrl) : inMemory();
}

async function inMemory() {
  const client = await PGlite.create("memory://");
  await client.exec(await readAllMigrations());
  const db = createDb({ factory: new PrismaPGlite(client), kind: "embedded", close: () => client.close() });
  return {
    db,
    close: async () => {
      await db.$disconnect();
      await client.close();
    },
  };
}

async function onServer(serverUrl: string) {
  const name = `dawen_test_${uuidv7().replaceAll("-", "")}`;
  const admin = createDb(postgres(serverUrl));
  await admin.$executeRawUnsafe(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const db = createDb(postgres(url.href));
  for (const statement of splitStatements(await readAllMigrations())) await db.$executeRawUnsafe(statement);
  return {
    db,
    close: async () => {
      await db.$disconnect();
      await admin.$executeRawUnsafe(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.$disconnect();
    },
  };
}

function postgres(connectionString: string) {
  return {
    factory: new PrismaPg({ connectionString, max: 5 }),
    kind: "postgresql" as const,
    close: async () => {},
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

function splitStatements(sql: string): string[] {
  return sql
    .split(/;\s*\n/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}
