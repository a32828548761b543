import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { startServerProcess } from "@/e2e/support/servers/server-process";
import { parseEnv } from "@/lib/env";
import { bindJob } from "@/lib/jobs/bind-job";
import { startJobs } from "@/lib/jobs/run/start-jobs";
import { embedBot, embedBotJob } from "@/lib/knowledge/embedding/embed-bot-job";
import { type OpenDatabase, openDatabase } from "@/server/start/open-database";
import { createTestContext } from "@/test/fixtures/test-context";
import { atEnd, runToEnd } from "./run-to-end";
import { cpuMs } from "./support/cpu-ms";
import { type LoadTarget, runLoad } from "./support/message-load";
import { middle } from "./support/middle";
import { prepareBot } from "./support/prepare-bot";
import { startStores } from "./support/start-stores";
import { visitors } from "./support/visitors";

// npm run bench:jobs [-- --quick] [--embedded] [--jobs 10000] [--pairs 7] [--seconds 3] [--visitors 1] [--json FILE]
// A visitor's message on a server with that many jobs waiting, which it works off meanwhile, and on one without: in
// turns, the other held still. Then jobs a second with nobody writing, and what the process costs while nothing is to
// do. Linux only.
const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    embedded: { type: "boolean", default: false },
    jobs: { type: "string", default: "10000" },
    pairs: { type: "string", default: "7" },
    seconds: { type: "string", default: "3" },
    visitors: { type: "string", default: "1" },
    "idle-seconds": { type: "string", default: "60" },
    json: { type: "string" },
  },
});
const jobCount = values.quick ? 1_000 : Number(values.jobs);
const pairCount = values.quick ? 3 : Number(values.pairs);
const sliceMs = values.quick ? 500 : Number(values.seconds) * 1_000;
const idleMs = values.quick ? 2_000 : Number(values["idle-seconds"]) * 1_000;
const connections = Number(values.visitors);
const warmUpMs = values.quick ? 500 : 10_000;
const passages = values.quick ? 100 : 1_000;
const bar = 1.3;

type Side = { target: LoadTarget; pid: number; env: Record<string, string>; end: () => Promise<unknown> };

await runToEnd(run);

async function run(): Promise<boolean> {
  const quiet = await startSide(0);
  const busy = await startSide(jobCount);
  console.log(`${busy.parts}; ${jobCount} jobs wait, ${connections} at once write`);
  for (const side of [quiet, busy]) await measure(side, warmUpMs);
  const pairs: { without: number; with: number; ratio: number; floor: number }[] = [];
  for (let at = 0; at < pairCount; at++) {
    const before = await measure(quiet, sliceMs);
    const within = await measure(busy, sliceMs);
    const after = await measure(quiet, sliceMs);
    const without = (before + after) / 2;
    pairs.push({ without, with: within, ratio: within / without, floor: after / before });
    console.log(
      `pair ${at + 1}: p95 without ${without.toFixed(1)} ms, with ${within.toFixed(1)} ms, ` +
        `ratio ${(within / without).toFixed(2)} (floor ${(after / before).toFixed(2)})`,
    );
  }
  await busy.end();
  const left = await withDatabase(busy.env, countWaiting);
  const perSecond = await withDatabase(busy.env, jobsPerSecond);
  process.kill(quiet.pid, "SIGCONT");
  const idle = await idleCost(quiet);
  const ratio = middle(pairs.map((pair) => pair.ratio));
  console.log(
    `median of ${pairs.length}: without ${middle(pairs.map((pair) => pair.without)).toFixed(1)} ms, ` +
      `with ${middle(pairs.map((pair) => pair.with)).toFixed(1)} ms, ratio ${ratio.toFixed(2)}, ` +
      `floor ${middle(pairs.map((pair) => pair.floor)).toFixed(2)}; ${left} jobs waited at the end`,
  );
  console.log(`${perSecond.toFixed(0)} jobs a second while nobody writes`);
  console.log(
    `idle with an empty queue: ${idle.toFixed(0)} ms of CPU a minute (${(idle / 600).toFixed(2)} %)`,
  );
  if (values.json)
    await writeFile(
      values.json,
      `${JSON.stringify({ ...values, pairs, ratio, perSecond, idle }, null, 2)}\n`,
    );
  const isReached = ratio < bar && left > 0;
  console.log(`bar: p95 with ${jobCount} waiting < ${bar} × without: ${isReached ? "reached" : "missed"}`);
  return isReached || values.quick;
}

/** A server on stores of its own, with so many jobs that wait. Held still until it is measured. */
async function startSide(waiting: number): Promise<Side & { parts: string }> {
  const stores = values.embedded ? null : await startStores();
  if (stores) atEnd(stores.stop);
  const dataDir = await mkdtemp(path.join(tmpdir(), "dawen-bench-"));
  atEnd(() => rm(dataDir, { recursive: true, force: true }));
  const env = {
    DATA_DIR: dataDir,
    TRUSTED_PROXY_HOPS: "1",
    LOG_LEVEL: "warn",
    NEXTAUTH_SECRET: "bench-".repeat(8),
    ...(stores && { DATABASE_URL: stores.databaseUrl, REDIS_URL: stores.redisUrl }),
  };
  const token = await prepareBot(env, passages);
  if (waiting > 0) await withDatabase(env, (database) => addJobs(database, waiting));
  const server = startServerProcess(env);
  atEnd(() => server.stop("SIGKILL"));
  const url = new URL("/api/widget/message", await server.ready).href;
  const pid = server.child.pid ?? 0;
  process.kill(pid, "SIGSTOP");
  const end = () => {
    process.kill(pid, "SIGCONT");
    return server.stop();
  };
  const parts = stores ? `PostgreSQL and Redis ${stores.from}` : "embedded parts";
  return { target: { url, visitor: visitors(token) }, pid, env, end, parts };
}

/** Milliseconds within which 95 of 100 messages were answered. */
async function measure({ target, pid }: Side, forMs: number): Promise<number> {
  process.kill(pid, "SIGCONT");
  const { times } = await runLoad(target, connections, forMs);
  process.kill(pid, "SIGSTOP");
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
}

async function withDatabase<T>(
  env: Record<string, string>,
  work: (database: OpenDatabase) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(parseEnv(env), process.cwd(), async () => {});
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/**
 * Jobs of the real list, of bots that are gone: all that is measured is the queue. They get their entries from the
 * server that starts.
 */
async function addJobs({ db }: OpenDatabase, count: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO jobs (id, name, input)
    SELECT gen_random_uuid(), ${embedBotJob.name}, jsonb_build_object('botId', gen_random_uuid()) FROM generate_series(1, ${count}::int)`;
}

function countWaiting({ db }: OpenDatabase): Promise<number> {
  return db.job.count({ where: { name: embedBotJob.name, state: { in: ["waiting", "running"] } } });
}

async function jobsPerSecond(database: OpenDatabase): Promise<number> {
  const ctx = createTestContext({ db: database.db });
  const before = await countWaiting(database);
  const since = performance.now();
  const runner = startJobs(ctx, database.queue, [bindJob(embedBotJob, embedBot)]);
  let now = before;
  do {
    await sleep(250);
    now = await countWaiting(database);
  } while (now > 0 && performance.now() - since < Math.max(sliceMs * 3, 3_000));
  const seconds = (performance.now() - since) / 1_000;
  await runner.stop(1_000);
  await ctx.kv.close();
  return (before - now) / seconds;
}

/** Milliseconds of CPU a minute of a server that nobody asks. */
async function idleCost({ pid }: Side): Promise<number> {
  await sleep(Math.min(idleMs, 5_000));
  const before = await cpuMs(pid);
  await sleep(idleMs);
  return (((await cpuMs(pid)) - before) * 60_000) / idleMs;
}
