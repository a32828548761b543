import { type DatabaseAdapter, openAdapter } from "@/lib/db/adapter";
import { createDb, type Db } from "@/lib/db/client";
import { applyMigrations, listMigrations } from "@/lib/db/migrate";
import type { Env } from "@/lib/env";
import { StartError } from "./start-error";

export type OpenDatabase = {
  db: Db;
  /** Migrations applied now, by name. */
  applied: string[];
  /** All migrations of this build, by name. */
  migrations: string[];
  /** What the runner of jobs opens beside it. */
  queue: DatabaseAdapter["queue"];
  /** Copies the embedded database into a new folder. */
  copyTo: DatabaseAdapter["copyTo"];
  /** Ends the connections; the embedded database writes what it still holds. */
  close: () => Promise<void>;
};

const migrationLock = 7_310_424_013;
const migrationLockMs = 5 * 60_000;

/**
 * Opens the database, brings it up to date and then runs `prepare` (the demo's seed). On PostgreSQL both happen under
 * one advisory lock, so that instances started together don't do it twice. Throws StartError.
 */
export async function openDatabase(
  env: Env,
  root: string,
  prepare: (db: Db) => Promise<void>,
): Promise<OpenDatabase> {
  const adapter = await open(env);
  const db = createDb(adapter);
  const close = async () => {
    await db.$disconnect();
    await adapter.close();
  };
  const work = async () => {
    const applied = await migrate(adapter, root);
    await prepare(db);
    return applied;
  };
  try {
    await requireReachable(db, env);
    const applied = adapter.kind === "embedded" ? await work() : await underLock(db, work);
    const { queue, copyTo } = adapter;
    return { db, applied, migrations: await listMigrations(root), queue, copyTo, close };
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
}

async function open(env: Env): Promise<DatabaseAdapter> {
  try {
    return await openAdapter(env);
  } catch (error) {
    throw new StartError(
      `Can't open the database in ${env.dataDir} (${reasonOf(error)}): restore that folder from a backup, or move it away to begin anew.`,
    );
  }
}

async function requireReachable(db: Db, env: Env): Promise<void> {
  try {
    await db.$queryRaw`SELECT 1`;
  } catch (error) {
    if (!env.DATABASE_URL)
      throw new StartError(`The database in ${env.dataDir} doesn't answer (${reasonOf(error)}).`);
    const { host, pathname } = new URL(env.DATABASE_URL);
    throw new StartError(
      `Can't reach the database ${host}${pathname} (${reasonOf(error)}): check DATABASE_URL and that PostgreSQL is running there.`,
    );
  }
}

async function migrate(adapter: DatabaseAdapter, root: string): Promise<string[]> {
  try {
    return await applyMigrations(adapter, root);
  } catch (error) {
    throw new StartError(`Can't bring the database up to date: ${reasonOf(error)}`);
  }
}

/** The lock's own connection waits while `work` uses others. */
function underLock<T>(db: Db, work: () => Promise<T>): Promise<T> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${migrationLock}::bigint)`;
      return work();
    },
    { maxWait: 10_000, timeout: migrationLockMs },
  );
}

/** The telling part of a driver's error: Prisma wraps it, and puts where in the code it happened before it. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const wrapped = /Message: `([^`]+)`/.exec(text)?.[1];
  const line = wrapped ?? text.split("\n").findLast((candidate) => candidate.trim() !== "");
  return (line ?? "unknown reason").trim().replace(/(?<![.:])[.:]+$/, "");
}
