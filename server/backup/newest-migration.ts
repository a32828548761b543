import { readdir } from "node:fs/promises";
import path from "node:path";
import type { Db } from "@/lib/db/client";

/** The newest migration that a database has, by name; null when it has none. */
export async function newestMigration(db: Db): Promise<string | null> {
  const [{ exists }] = await db.$queryRaw<[{ exists: boolean }]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`;
  if (!exists) return null;
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name DESC LIMIT 1`;
  return rows[0]?.name ?? null;
}

/** Whether this version of Dawen has the migration: one that it doesn't know was made by a newer version. */
export async function knowsMigration(name: string | null, root: string): Promise<boolean> {
  return name === null || (await readdir(path.join(root, "prisma", "migrations"))).includes(name);
}
