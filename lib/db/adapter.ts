import { constants, cp, mkdir } from "node:fs/promises";
import path from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { Pool } from "pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import type { Env } from "@/lib/env";
import { openPglite } from "./open-pglite";
import type { PreparedPool } from "./query-prepared";
import { splitStatements } from "./split-statements";

/** A server that says nothing for so long is away, though its connection stands: what waits for it fails. */
const queryTimeoutMs = 20_000;

/** The embedded database itself, whose transactions and Prisma's wait for each other; or where PostgreSQL is. */
export type QueueDatabase =
  | { pglite: PGlite }
  | {
      databaseUrl: string;
      /** False behind a pooler that gives each transaction another connection. */
      canListen: boolean;
    };

export type DatabaseAdapter = {
  /**
   * Each connection it makes to PostgreSQL is a pool of its own, gone with its user: the migrations' lock is a
   * connection's, and would stay with one that is kept.
   */
  factory: SqlMigrationAwareDriverAdapterFactory;
  kind: "embedded" | "postgresql";
  /** For the queue of jobs, which speaks to the database beside Prisma. */
  queue: QueueDatabase;
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
      factory: withWholeStatements(new PrismaPg(settings, { onPoolError: () => {} })),
      kind: "postgresql",
      queue: { databaseUrl: env.DATABASE_URL, canListen: canPrepare },
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

/**
 * A pooler that gives each transaction another connection may not know a prepared statement: `pgbouncer=true`, as
 * Prisma has it, says so.
 */
function knowsStatements(url: string): boolean {
  return new URL(url).searchParams.get("pgbouncer") !== "true";
}

/** An embedded database in the folder, or in memory when none is given. */
export async function embeddedAdapter(folder?: string): Promise<DatabaseAdapter> {
  const client = await openPglite(folder);
  return {
    factory: new PrismaPGlite(client),
    kind: "embedded",
    queue: { pglite: client },
    ...(folder ? { copyTo: (target) => copyFiles(client, folder, target) } : {}),
    close: () => client.close(),
  };
}

/** Prisma's adapter cuts a migration at each semicolon, also those in the body of a function. */
function withWholeStatements(factory: PrismaPg): SqlMigrationAwareDriverAdapterFactory {
  type Connection = Awaited<ReturnType<PrismaPg["connect"]>>;
  const mended = (connection: Connection): Connection => {
    connection.executeScript = async (script) => {
      for (const sql of splitStatements(script)) await connection.executeRaw({ sql, args: [], argTypes: [] });
    };
    return connection;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => mended(await factory.connect()),
    connectToShadowDb: async () => mended(await factory.connectToShadowDb()),
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
