import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs, promisify } from "node:util";
import { startServerProcess } from "@/e2e/support/servers/server-process";
import { startOpenAiServer } from "@/test/servers/openai-server";
import { citeFirstPassage } from "./support/cite-first-passage";
import { cpuMs } from "./support/cpu-ms";
import { runLoad } from "./support/message-load";
import { middle } from "./support/middle";
import { startStores } from "./support/start-stores";
import { visitors } from "./support/visitors";

// npm run bench:message-pair -- --with DIR [--pairs 7] [--seconds 5] [--connections 16] [--warm 6000] [--model]
// [--plans] [--json FILE]
// CPU time that the server's process takes for one message, in this checkout and in the one in DIR (both built), each
// on a PostgreSQL and a Redis of its own, in turns within one run. Linux only: it reads /proc. On a busy machine it is
// the priority that makes it repeatable: `nice -n -10`. With --plans this checkout counts messages for a plan
// (PLANS=on) and the other one doesn't; DIR may then be this checkout.
const { values } = parseArgs({
  options: {
    with: { type: "string" },
    pairs: { type: "string", default: "7" },
    seconds: { type: "string", default: "5" },
    connections: { type: "string", default: "16" },
    passages: { type: "string", default: "1000" },
    warm: { type: "string", default: "6000" },
    model: { type: "boolean", default: false },
    plans: { type: "boolean", default: false },
    json: { type: "string" },
  },
});
if (!values.with) throw new Error("Say which checkout to compare with: --with DIR");
const connections = Number(values.connections);
const sliceMs = Number(values.seconds) * 1_000;
/**
 * Messages that each side has answered before it is measured: until then the engine compiles what is used most. A time
 * would not do: the side that is warmed up first answers fewer in it, and looked a quarter dearer for minutes.
 */
const warmUp = Number(values.warm);
const warmUpSliceMs = 2_000;
const apiKey = "bench-key";

const stops: (() => unknown)[] = [];
const model = await startOpenAiServer({ apiKey });
stops.push(model.close);
model.always(citeFirstPassage);
try {
  await run(path.resolve(values.with));
} finally {
  for (const stop of stops.reverse()) await stop();
}
process.exit(0);

async function run(other: string): Promise<void> {
  const sides = { this: await startSide(process.cwd(), values.plans), other: await startSide(other) };
  await warmUpBoth(Object.values(sides));
  const pairs: { this: number; other: number; ratio: number }[] = [];
  for (let pair = 0; pair < Number(values.pairs); pair++) {
    const isFirst = pair % 2 === 0;
    const first = await cpuOfMessage(isFirst ? sides.this : sides.other);
    const second = await cpuOfMessage(isFirst ? sides.other : sides.this);
    const [mine, theirs] = isFirst ? [first, second] : [second, first];
    pairs.push({ this: mine, other: theirs, ratio: mine / theirs });
    console.log(
      `pair ${pair + 1}: this ${mine.toFixed(0)} µs, other ${theirs.toFixed(0)} µs of CPU a message, ratio ${(mine / theirs).toFixed(3)}`,
    );
  }
  const ratio = middle(pairs.map((pair) => pair.ratio));
  console.log(
    `median of ${pairs.length} pairs: this ${middle(pairs.map((pair) => pair.this)).toFixed(0)} µs, ` +
      `other ${middle(pairs.map((pair) => pair.other)).toFixed(0)} µs, ratio ${ratio.toFixed(3)}`,
  );
  if (values.json) await writeFile(values.json, `${JSON.stringify({ ...values, pairs, ratio }, null, 2)}\n`);
}

type Side = Awaited<ReturnType<typeof startSide>>;

async function startSide(folder: string, hasPlans = false) {
  const stores = await startStores();
  if (!stores) throw new Error("PostgreSQL and Redis must be installed for this bench");
  stops.push(stores.stop);
  const dataDir = await mkdtemp(path.join(tmpdir(), "dawen-bench-"));
  stops.push(() => rm(dataDir, { recursive: true, force: true }));
  const base = {
    DATA_DIR: dataDir,
    DATABASE_URL: stores.databaseUrl,
    REDIS_URL: stores.redisUrl,
    NEXTAUTH_SECRET: "bench-".repeat(8),
    TRUSTED_PROXY_HOPS: "1",
    LOG_LEVEL: "warn",
    ...(hasPlans && { PLANS: "on" }),
    ...(values.model && { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "stub" }),
  };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["scripts/run-ts.mjs", "bench/print-prepared-bot.ts", values.passages],
    { cwd: folder, env: { ...process.env, ...base } },
  );
  const token = /^token (\S+)$/m.exec(stdout)?.[1];
  if (!token) throw new Error(`${folder} made no bot:\n${stdout}`);
  const server = startServerProcess(base, [], folder);
  stops.push(() => server.stop("SIGKILL"));
  return {
    url: new URL("/api/widget/message", await server.ready).href,
    visitor: visitors(token),
    pid: server.child.pid ?? 0,
  };
}

/** In turns, so that neither is behind. */
async function warmUpBoth(sides: readonly Side[]): Promise<void> {
  const answered = new Map(sides.map((side) => [side, 0]));
  const countOf = (side: Side) => answered.get(side) ?? 0;
  while (sides.some((side) => countOf(side) < warmUp))
    for (const side of sides.filter((side) => countOf(side) < warmUp)) {
      const { times } = await runLoad(side, connections, warmUpSliceMs);
      answered.set(side, countOf(side) + times.length);
    }
}

/** Microseconds of the process's CPU time. */
async function cpuOfMessage(side: Side): Promise<number> {
  const before = await cpuMs(side.pid);
  const { times } = await runLoad(side, connections, sliceMs);
  return (((await cpuMs(side.pid)) - before) * 1_000) / times.length;
}
