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
      { onPoolError: () => {} },
    );
    return { factory, kind: "postgresql", close: async () => {} };
  }
  await mkdir(env.dataDir, { recursive: true, mode: 0o700 });
  return embeddedAdapter(path.join(env.dataDir, "db"));
}

/** An embedded database in the folder, or in memory when none is given. */
export async function embeddedAdapter(folder?: string): Promise<DatabaseAdapter> {
  const client = await PGlite.create(folder ?? "memory://");
  return { factory: new PrismaPGlite(client), kind: "embedded", close: () => client.close() };
}
