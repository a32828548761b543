import { rm, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { StartError } from "@/server/start/start-error";
import { requirePostgresTool, runPostgresTool } from "./postgres-tools";

const attempts = 30;
const waitMs = 500;

/**
 * The queue of jobs, and everything in the schema `public`, which no other program may have things in: a Dawen has a
 * database of its own.
 */
const dropAll = `DROP SCHEMA IF EXISTS job_queue CASCADE;
DO $$
DECLARE item record;
BEGIN
  FOR item IN SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE 'DROP TABLE ' || item.name || ' CASCADE';
  END LOOP;
  FOR item IN SELECT format('%I.%I', n.nspname, t.typname) AS name FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
    WHERE n.nspname = 'public' AND t.typtype = 'e' LOOP
    EXECUTE 'DROP TYPE ' || item.name || ' CASCADE';
  END LOOP;
  FOR item IN SELECT p.oid::regprocedure AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' LOOP
    EXECUTE 'DROP ROUTINE ' || item.name || ' CASCADE';
  END LOOP;
  FOR item IN SELECT format('%I.%I', schemaname, sequencename) AS name FROM pg_sequences WHERE schemaname = 'public' LOOP
    EXECUTE 'DROP SEQUENCE ' || item.name || ' CASCADE';
  END LOOP;
END $$;
`;

/**
 * Puts a dump of pg_dump in place of what a database holds, in one transaction: it comes whole, or the old stays.
 * Throws StartError when others are connected, and, unless `isForced`, when there are tables already.
 */
export async function restorePostgres(
  databaseUrl: string,
  dump: string,
  { isForced, say }: { isForced: boolean; say: (step: string) => void },
): Promise<void> {
  const { version, tables, others } = await waitUntilAlone(databaseUrl, say);
  if (others > 0)
    throw new StartError(
      `${others} other connections use the database: nothing was changed. Stop every instance, then restore again.`,
    );
  if (tables > 0 && !isForced)
    throw new StartError(
      "The database holds tables already: nothing was changed. Restore into an empty database, or say -- --force; what it holds is lost then, so back it up before.",
    );
  await requirePostgresTool("pg_restore", version);
  await requirePostgresTool("psql", version);
  say("資料庫 database (pg_restore)");
  const [drop, script] = [`${dump}.drop.sql`, `${dump}.sql`];
  try {
    await writeFile(drop, dropAll, { mode: 0o600 });
    await runPostgresTool("pg_restore", null, ["--no-owner", "--no-privileges", `--file=${script}`, dump]);
    await runPostgresTool("psql", databaseUrl, [
      ...["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1"],
      ...[`--file=${drop}`, `--file=${script}`],
    ]);
  } finally {
    await Promise.all([rm(drop, { force: true }), rm(script, { force: true })]);
  }
}

/** Connections of an instance that has just stopped take a moment to end. */
async function waitUntilAlone(databaseUrl: string, say: (step: string) => void) {
  for (let attempt = 0; ; attempt++) {
    const found = await lookAt(databaseUrl);
    if (found.others === 0 || attempt === attempts) return found;
    if (attempt === 0) say("等其他連線結束 waiting for other connections to end");
    await sleep(waitMs);
  }
}

async function lookAt(
  connectionString: string,
): Promise<{ version: number; tables: number; others: number }> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const { rows } = await client.query(`
      SELECT current_setting('server_version_num')::int AS version,
        (SELECT count(*)::int FROM pg_tables WHERE schemaname = 'public') AS tables,
        (SELECT count(*)::int FROM pg_stat_activity
          WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()) AS others`);
    return rows[0];
  } catch (error) {
    throw new StartError(
      `Can't reach the database (${error instanceof Error ? error.message : error}): check DATABASE_URL and that PostgreSQL is running there.`,
    );
  } finally {
    await client.end().catch(() => {});
  }
}
