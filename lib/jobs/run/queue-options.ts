import { type ConstructorOptions, fromPglite } from "pg-boss";
import type { QueueDatabase } from "@/lib/db/adapter";
import { queueSchema } from "@/lib/jobs/queue-rows";

/** How pg-boss reaches its tables, which our migrations made, and what of it isn't used. */
export function queueOptions(database: QueueDatabase): ConstructorOptions {
  const connection: ConstructorOptions =
    "pglite" in database
      ? { db: fromPglite(database.pglite), backend: "pglite", useListenNotify: true }
      : { connectionString: database.databaseUrl, max: 3, useListenNotify: database.canListen };
  return {
    ...connection,
    schema: queueSchema,
    migrate: false,
    createSchema: false,
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  };
}
