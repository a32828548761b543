import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { startServerProcess } from "@/e2e/support/servers/server-process";
import { parseEnv } from "@/lib/env";
import { createKv } from "@/lib/kv/client";
import { setPlanCommand } from "@/lib/plans/plan-commands";
import { plans } from "@/lib/plans/plans";
import { countMonth } from "@/lib/plans/quota/count-month";
import { monthOf } from "@/lib/plans/quota/month-of";
import { readMonth } from "@/lib/plans/quota/read-month";
import { openDatabase } from "@/server/start/open-database";
import { prepareBot } from "./support/prepare-bot";
import { startStores } from "./support/start-stores";
import { visitors } from "./support/visitors";

// npm run bench:quota -- [--more 500] [--connections 16]
// Two instances on one PostgreSQL and one Redis: of more messages in parallel than a plan has, exactly as many are let
// through, and counted, by the counter and by the archive; first on starter, then on pro. Fails where one is not so: on
// a machine that is so busy that the store seems away, which the servers' log then says, more may pass.
const { values } = parseArgs({
  options: {
    more: { type: "string", default: "500" },
    connections: { type: "string", default: "16" },
  },
});
process.env.PLANS = "on";
const stops: (() => unknown)[] = [];
let isRight = true;
try {
  await run();
} finally {
  for (const stop of stops.reverse()) await stop();
}
process.exit(isRight ? 0 : 1);

async function run(): Promise<void> {
  const stores = await startStores();
  if (!stores) throw new Error("PostgreSQL and Redis must be installed for this bench");
  stops.push(stores.stop);
  const dataDir = await mkdtemp(path.join(tmpdir(), "dawen-bench-"));
  stops.push(() => rm(dataDir, { recursive: true, force: true }));
  const environment = {
    ...{ DATA_DIR: dataDir, DATABASE_URL: stores.databaseUrl, REDIS_URL: stores.redisUrl },
    ...{ NEXTAUTH_SECRET: "bench-".repeat(8), TRUSTED_PROXY_HOPS: "1", LOG_LEVEL: "warn", PLANS: "on" },
  };
  const token = await prepareBot(environment, 1_000);
  const env = parseEnv(environment);
  const kv = createKv(env);
  const { db, close } = await openDatabase(env, process.cwd(), async () => {});
  stops.push(close, () => kv.close());
  const ctx = { db, kv, now: Date.now };
  const { teamId, team } = await db.bot.findUniqueOrThrow({
    where: { widgetToken: token },
    select: { teamId: true, team: { select: { timeZone: true } } },
  });
  const month = monthOf(Date.now(), team.timeZone);
  const before = await countMonth(ctx, teamId, month);
  await setPlanCommand(ctx, { team: teamId, plan: "starter", until: null });
  const urls: string[] = [];
  const outputs: (() => string)[] = [];
  for (const _ of [1, 2]) {
    const server = startServerProcess(environment);
    stops.push(() => server.stop("SIGKILL"));
    outputs.push(server.output);
    urls.push(new URL("/api/widget/message", await server.ready).href);
  }
  console.log(`two instances, stores ${stores.from}; ${before} messages in the month before`);
  let sent = 0;
  for (const plan of ["starter", "pro"] as const) {
    await setPlanCommand(ctx, { team: teamId, plan, until: null });
    // Until both instances have forgotten the bot with its former plan.
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const limit = plans[plan].limits.messages;
    const room = limit - (await readMonth(ctx, teamId, month));
    const count = room + Number(values.more);
    const since = performance.now();
    const failed = await sendAll(urls, token, count);
    sent += count;
    const seconds = (performance.now() - since) / 1_000;
    const [counter, archive, over] = await Promise.all([
      readMonth(ctx, teamId, month),
      countMonth(ctx, teamId, month),
      db.message.count({ where: { teamId, author: "visitor", overQuota: true } }),
    ]);
    console.log(
      `${plan}: ${count} sent in ${seconds.toFixed(1)} s, ${failed} failed; counted ${counter}, in the archive ${archive}, ` +
        `of ${limit}; ${over} beyond so far`,
    );
    isRight &&= failed === 0 && counter === limit && archive === limit;
  }
  // While the store is away a quota may be passed: then this says so.
  for (const output of outputs)
    console.log(
      output()
        .match(/^\{.*"level":"(?:warn|error)".*$/gm)
        ?.slice(0, 5)
        .join("\n") ?? "",
    );
  console.log(`${sent} messages: ${isRight ? "exactly as many as the plans have" : "WRONG"}`);
}

/** Sends so many, in turns to each instance, each as a visitor of another address; how many had no 200. */
async function sendAll(urls: readonly string[], token: string, count: number): Promise<number> {
  const start = visitors(token);
  let left = count;
  let failed = 0;
  const lane = async (lane: number) => {
    const next = start();
    while (left-- > 0) {
      const address = `198.${18 + (left & 1)}.${(left >> 9) & 255}.${(left >> 1) & 255}`;
      const response = await fetch(urls[lane % urls.length] ?? "", {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Forwarded-For": address },
        body: JSON.stringify(next()),
      });
      await response.arrayBuffer();
      failed += Number(response.status !== 200);
    }
  };
  await Promise.all(Array.from({ length: Number(values.connections) }, (_, at) => lane(at)));
  return failed;
}
