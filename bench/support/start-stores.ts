import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { accessSync, readdirSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createScratchDatabase } from "@/e2e/support/servers/scratch-database";
import { freePort } from "./free-port";

export type Stores = { databaseUrl: string; redisUrl: string; from: string; stop: () => Promise<void> };

/**
 * A PostgreSQL and a Redis: a new database on the server of TEST_DATABASE_URL and the Redis of TEST_REDIS_URL, else new
 * ones on free ports where the programs are installed; null where neither is. The new PostgreSQL does not wait for the
 * disk, which would hide what a server costs.
 */
export async function startStores(): Promise<Stores | null> {
  const { TEST_REDIS_URL: redisUrl } = process.env;
  const database = redisUrl ? await createScratchDatabase() : null;
  if (redisUrl && database)
    return { databaseUrl: database.url, redisUrl, from: "of the environment", stop: database.drop };
  const postgres = findPostgres();
  if (!postgres || spawnSync("redis-server", ["--version"]).status !== 0) return null;
  const folder = await mkdtemp(path.join(tmpdir(), "dawen-stores-"));
  const server = await startPostgres(postgres, path.join(folder, "postgres"));
  const redis = await startRedis(folder);
  return {
    databaseUrl: `postgresql://dawen@127.0.0.1:${server.port}/postgres`,
    redisUrl: `redis://127.0.0.1:${redis.port}`,
    from: "started for this run",
    stop: async () => {
      await Promise.all([server.stop(), redis.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The folder of the newest PostgreSQL's programs. */
function findPostgres(): string | null {
  const base = "/usr/lib/postgresql";
  const folders = [
    ...listFolder(base)
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => path.join(base, version, "bin")),
    ...(process.env.PATH ?? "").split(path.delimiter),
  ];
  return folders.find((folder) => isThere(path.join(folder, "initdb"))) ?? null;
}

async function startPostgres(bin: string, folder: string) {
  await mkdir(folder, { mode: 0o700 });
  // It refuses to run as root.
  const user = process.getuid?.() === 0 ? { uid: idOf("-u"), gid: idOf("-g") } : {};
  if (user.uid !== undefined) {
    spawnSync("chown", ["postgres", folder]);
    spawnSync("chmod", ["755", path.dirname(folder)]);
  }
  const initdb = ["-D", folder, "-U", "dawen", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"];
  const made = spawnSync(path.join(bin, "initdb"), initdb, { encoding: "utf8", cwd: "/", ...user });
  if (made.status !== 0) throw new Error(`initdb failed:\n${made.stderr}`);
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "fsync=off",
    "max_connections=200",
  ];
  return startServer(
    path.join(bin, "postgres"),
    (port) => ["-D", folder, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    { cwd: "/", ...user },
  );
}

function startRedis(folder: string) {
  return startServer("redis-server", (port) => [
    ...["--port", String(port), "--bind", "127.0.0.1", "--dir", folder],
    ...["--save", "", "--appendonly", "no"],
  ]);
}

async function startServer(
  program: string,
  argumentsOf: (port: number) => string[],
  options: { cwd?: string; uid?: number; gid?: number } = {},
) {
  const port = await freePort();
  const child = spawn(program, argumentsOf(port), { stdio: "ignore", ...options });
  for (let i = 0; i < 100 && child.exitCode === null; i++) {
    if (await isListening(port)) {
      return {
        port,
        stop: async () => {
          child.kill("SIGINT");
          if (child.exitCode === null) await once(child, "exit");
        },
      };
    }
    await sleep(100);
  }
  throw new Error(`${program} did not start`);
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

function idOf(which: "-u" | "-g"): number {
  return Number(spawnSync("id", [which, "postgres"], { encoding: "utf8" }).stdout);
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isThere(file: string): boolean {
  try {
    accessSync(file);
    return true;
  } catch {
    return false;
  }
}
