import { mkdir } from "node:fs/promises";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import type { Env } from "@/lib/env";

export type DatabaseAdapter = {
  factory: PrismaPg | PrismaPGlite;
  kind: "embedded" | "postgresql";
  close: () => Promise<void>;
};

/**
 * Opens PostgreSQL when `DATABASE_URL` is set, else the embedded database in `dataDir/db`.
 * The embedded one belongs to one process: hold the data folder's lock before calling this.
 */
export async function openAdapter(env: Pick<Env, "DATABASE_URL" | "dataDir">): Promise<DatabaseAdapter> {
  if (env.DATABASE_URL) {
    const factory = new PrismaPg(
      { connectionString: env.DATABASE_URL, max: 20, connectionTimeoutMillis: 5_000, keepAlive: true },
      {
        onPoolError: () => {},
        ...(canPrepare(env.DATABASE_URL) && { statementNameGenerator: preparedName }),
      },
    );
    return { factory, kind: "postgresql", close: async () => {} };
  }
  await mkdir(env.dataDir, { recursive: true, mode: 0o700 });
  return embeddedAdapter(path.join(env.dataDir, "db"));
}

/**
 * Statements that begin with `/* prepared: name *\/`, those of the message path, are planned once a connection. A pooler that
 * gives each transaction another connection may not know them: `pgbouncer=true` in the address, as Prisma has it, says so.
 */
function preparedName({ sql }: { sql: string }): string {
  return /^\s*\/\* prepared: ([a-z-]+) \*\//.exec(sql)?.[1] ?? "";
}

function canPrepare(url: string): boolean {
  return new URL(url).searchParams.get("pgbouncer") !== "true";
}

/** An embedded database in the folder, or in memory when none is given. */
export async function embeddedAdapter(folder?: string): Promise<DatabaseAdapter> {
  const client = await PGlite.create(folder ?? "memory://");
  return { factory: new PrismaPGlite(client), kind: "embedded", close: () => client.close() };
}
