import { env } from "@/lib/env";
import { processWide, setProcessWide } from "@/lib/process-wide";
import { type DatabaseAdapter, openAdapter } from "./adapter";
import { PrismaClient } from "./generated/client";

export type Db = PrismaClient;

/** The process's one database client; every copy of this module shares it. */
export function getDb(): Promise<Db> {
  return processWide("db", () => openAdapter(env()).then(createDb));
}

/** Makes a client the one that getDb returns: the server entry does so after it has migrated. */
export function setDb(db: Db): void {
  setProcessWide("db", Promise.resolve(db));
}

export function createDb(adapter: DatabaseAdapter): Db {
  return new PrismaClient({ adapter: adapter.factory });
}
