import { constants, cp, mkdir } from "node:fs/promises";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import type { Env } from "@/lib/env";
import type { PreparedPool } from "./query-prepared";

/** A server that says nothing for so long is away, though its connection stands: what waits for it fails. */
const queryTimeoutMs = 20_000;

export type DatabaseAdapter = {
  /**
   * Each connection it makes to PostgreSQL is a pool of its own, gone with its user: the migrations' lock is a connection's, and
   * would stay with one that is kept.
   */
  factory: PrismaPg | PrismaPGlite;
  kind: "embedded" | "postgresql";
  /** PostgreSQL as the client and queryPrepared share it; opens nothing before it is used. */
  prepared?: PreparedPool;
  /** Copies the embedded database's files into a new folder, as they are at one moment; queries wait meanwhile. */
  copyTo?: (folder: string) => Promise<void>;
  close: () => Promise<void>;
};

/**
 * Opens PostgreSQL when `DATABASE_URL` is set, else the embedded database in `dataDir/db`.
 * The embedded one belongs to one process: hold the data folder's lock before calling this.
 */
export async function openAdapter(env: Pick<Env, "DATABASE_URL" | "dataDir">): Promise<DatabaseAdapter> {
  if (env.DATABASE_URL) {
    const settings = {
      connectionString: env.DATABASE_URL,
      max: 20,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    };
    const canPrepare = knowsStatements(env.DATABASE_URL);
    return {
      factory: new PrismaPg(settings, { onPoolError: () => {} }),
      kind: "postgresql",
      prepared: {
        pool: new Pool({ ...settings, query_timeout: queryTimeoutMs, pipeline: canPrepare }),
        canPrepare,
      },
      close: async () => {},
    };
  }
  await mkdir(env.dataDir, { recursive: true, mode: 0o700 });
  return embeddedAdapter(path.join(env.dataDir, "db"));
}

/** A pooler that gives each transaction another connection may not know a prepared statement: `pgbouncer=true`, as Prisma has it, says so. */
function knowsStatements(url: string): boolean {
  return new URL(url).searchParams.get("pgbouncer") !== "true";
}

/** An embedded database in the folder, or in memory when none is given. */
export async function embeddedAdapter(folder?: string): Promise<DatabaseAdapter> {
  const client = await PGlite.create(folder ?? "memory://");
  return {
    factory: new PrismaPGlite(client),
    kind: "embedded",
    ...(folder ? { copyTo: (target) => copyFiles(client, folder, target) } : {}),
    close: () => client.close(),
  };
}

async function copyFiles(client: PGlite, folder: string, target: string): Promise<void> {
  // What was written since the last checkpoint would have to be replayed by whoever opens the copy.
  await client.exec("CHECKPOINT");
  await client.runExclusive(() =>
    cp(folder, target, {
      recursive: true,
      errorOnExist: true,
      force: false,
      mode: constants.COPYFILE_FICLONE,
    }),
  );
}
