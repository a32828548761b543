import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { StartError } from "@/server/start/start-error";

type Program = "pg_dump" | "pg_restore" | "psql";

/** Parameters of a `DATABASE_URL` that Prisma or this app reads and PostgreSQL's own programs refuse. */
const foreignParameters = ["pgbouncer", "schema", "connection_limit", "pool_timeout", "statement_cache_size"];

/**
 * Runs one of PostgreSQL's programs, on a database unless that is null, and gives what it printed. The password goes by
 * the environment, where a list of processes doesn't show it. Throws StartError when the program is missing or fails.
 */
export async function runPostgresTool(
  program: Program,
  databaseUrl: string | null,
  args: string[],
): Promise<string> {
  if (databaseUrl === null) return run(program, args);
  const url = new URL(databaseUrl);
  const password = decodeURIComponent(url.password);
  url.password = "";
  for (const name of foreignParameters) url.searchParams.delete(name);
  return run(program, ["--dbname", url.href, ...args], password ? { PGPASSWORD: password } : {});
}

/**
 * Throws StartError unless the program is there and not older than the server: an older one can't read it.
 * @param serverVersion the server's `server_version_num`, such as 150004
 */
export async function requirePostgresTool(program: Program, serverVersion: number): Promise<void> {
  const printed = await run(program, ["--version"]);
  const major = Number(/(\d+)(?:\.\d+)?/.exec(printed.replace(/^.*PostgreSQL\)/, ""))?.[1]);
  const wanted = Math.floor(serverVersion / 10_000);
  if (!(major >= wanted))
    throw new StartError(
      `${program} on this machine is of PostgreSQL ${major}, the server of ${wanted}: install PostgreSQL ${wanted}'s client programs, and put them first on PATH.`,
    );
}

async function run(program: Program, args: string[], env: Record<string, string> = {}): Promise<string> {
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const printed = Promise.all([text(child.stdout), text(child.stderr)]);
  const code = await ended.catch((error) => {
    throw new StartError(
      `${program} can't be run (${error instanceof Error ? error.message : error}): install PostgreSQL's client programs (Debian: apt-get install postgresql-client), and put them on PATH.`,
    );
  });
  const [out, errors] = await printed;
  if (code === 0) return out;
  throw new StartError(`${program} failed: ${errors.trim() || `it ended with ${code}`}`);
}
