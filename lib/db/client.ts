import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { processWide, setProcessWide } from "@/lib/process-wide";
import { type DatabaseAdapter, openAdapter } from "./adapter";
import { PrismaClient } from "./generated/client";
import { setPreparedPool } from "./query-prepared";

export type Db = PrismaClient;

/** The process's one database client; every copy of this module shares it. */
export function getDb(): Promise<Db> {
  return processWide("db", () => openAdapter(env()).then(createDb));
}

/** Makes a client the one that getDb returns: the server entry does so after it has migrated. */
export function setDb(db: Db): void {
  setProcessWide("db", Promise.resolve(db));
}

/** By themselves 2 s and 5 s, in milliseconds: a machine that is busy for a moment is no fault of who asks. */
const transactionOptions = { maxWait: 5_000, timeout: 15_000 };

export function createDb({ factory, prepared }: Pick<DatabaseAdapter, "factory" | "prepared">): Db {
  if (!prepared) return new PrismaClient({ adapter: factory, transactionOptions });
  const adapter = new PrismaPg(prepared.pool, { disposeExternalPool: true, onPoolError: () => {} });
  const db = new PrismaClient({ adapter, transactionOptions });
  setPreparedPool(db, prepared);
  return db;
}
