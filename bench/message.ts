import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Client } from "pg";
import { startServerProcess } from "@/e2e/support/servers/server-process";
import { startOpenAiServer } from "@/test/servers/openai-server";
import { atEnd, runToEnd } from "./run-to-end";
import { citeFirstPassage } from "./support/cite-first-passage";
import { countRoundTrips } from "./support/count-round-trips";
import { type LoadTarget, runLoad } from "./support/message-load";
import { prepareBot } from "./support/prepare-bot";
import { residentKib } from "./support/resident-kib";
import { startFloor } from "./support/start-floor";
import { startStores } from "./support/start-stores";
import { visitors } from "./support/visitors";

// npm run bench:message [-- --quick] [--json FILE]: the product's message endpoint, retrieval and checked quotes
// included, beside the least a Next route can do for it (bench/floor), on the same PostgreSQL and Redis and before the
// same stub of a model, taking turns in one run. "Added" is what the visitor waits beyond the model's own time.
const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    json: { type: "string" },
    passages: { type: "string", default: "1000" },
    seconds: { type: "string", default: "3" },
    rounds: { type: "string", default: "3" },
  },
});
const passages = values.quick ? 100 : Number(values.passages);
const sliceMs = values.quick ? 400 : Number(values.seconds) * 1_000;
const rounds = values.quick ? 1 : Number(values.rounds);
/** Until the engine has compiled what is used most: some thousand messages. */
const warmUpMs = values.quick ? 400 : 15_000;
const apiKey = "bench-key";

type Slice = { p50: number; p99: number; perSecond: number; upstream: number };

const model = await startOpenAiServer({ apiKey });
const dataDir = await mkdtemp(path.join(tmpdir(), "dawen-bench-"));
atEnd(() => rm(dataDir, { recursive: true, force: true }), model.close);
await runToEnd(run);

async function run(): Promise<boolean> {
  const stores = await startStores();
  if (stores) atEnd(stores.stop);
  const parts = stores
    ? `PostgreSQL and Redis ${stores.from}`
    : "embedded parts, as no PostgreSQL and Redis are installed: the bars are for real ones";
  console.log(`${parts}; ${passages} passages`);
  const base = {
    DATA_DIR: dataDir,
    OPENAI_API_KEY: apiKey,
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_MODEL: "stub",
    TRUSTED_PROXY_HOPS: "1",
    LOG_LEVEL: "warn",
    NEXTAUTH_SECRET: "bench-".repeat(8),
    ...(stores && { DATABASE_URL: stores.databaseUrl, REDIS_URL: stores.redisUrl }),
  };
  const token = await prepareBot(base, passages);
  const roundTrips = stores && (await measureRoundTrips(base, stores.redisUrl, token));
  if (roundTrips) console.log(`Redis round trips before the answer starts: ${roundTrips} (bar 2)`);

  const bare = await startFloor(base);
  atEnd(bare.stop);
  const server = startServerProcess(base);
  atEnd(() => server.stop("SIGKILL"));
  const targets = {
    floor: { url: `${bare.address}/message`, visitor: visitors(token) },
    product: { url: `${addressOf(await server.ready)}/api/widget/message`, visitor: visitors(token) },
  };
  for (const target of Object.values(targets)) await measure(target, 16, warmUpMs);
  if (stores) await analyze(stores.databaseUrl);

  const results = [];
  for (const connections of [1, 16, 64]) {
    const slices = { floor: [] as Slice[], product: [] as Slice[] };
    for (let round = 0; round < rounds; round++) {
      slices.floor.push(await measure(targets.floor, connections, sliceMs));
      slices.product.push(await measure(targets.product, connections, sliceMs));
    }
    const floor = middleOf(slices.floor);
    const product = middleOf(slices.product);
    const ratio = {
      p50: product.p50 / floor.p50,
      p99: product.p99 / floor.p99,
      perSecond: product.perSecond / floor.perSecond,
    };
    results.push({ connections, floor, product, ratio });
    const line = (name: string, { p50, p99, perSecond, upstream }: Slice) =>
      `${String(connections).padStart(3)} connections  ${name.padEnd(7)}  added p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, ` +
      `${perSecond.toFixed(0)}/s (model's own ${upstream.toFixed(2)} ms)`;
    console.log(line("floor", floor));
    console.log(line("product", product));
    console.log(
      `                 ratio    p50 ${ratio.p50.toFixed(2)}, p99 ${ratio.p99.toFixed(2)}, throughput ${ratio.perSecond.toFixed(2)}`,
    );
  }
  const memoryMib = {
    floor: residentKib(bare.pid) / 1024,
    product: residentKib(server.child.pid ?? 0) / 1024,
  };
  console.log(
    `memory            floor ${memoryMib.floor.toFixed(0)} MiB, product ${memoryMib.product.toFixed(0)} MiB`,
  );

  if (values.json) {
    const report = { parts, passages, roundTrips, results, memoryMib };
    await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
  }
  const [alone, ...crowded] = results.map(({ ratio }) => ratio);
  const isReached =
    (alone?.p50 ?? 0) <= 1.5 && crowded.every(({ perSecond }) => perSecond >= 0.7) && (roundTrips ?? 0) <= 2;
  console.log(
    `bars: added p50 at 1 connection ≤ 1.5, throughput at 16 and 64 ≥ 0.7 (aim 1.0): ${isReached ? "reached" : "missed"}`,
  );
  return isReached || values.quick || !stores;
}

/**
 * As PostgreSQL does by itself within a minute: until then it plans for the few rows that stood there when a connection
 * first asked, and reads all chats of a team to find one.
 */
async function analyze(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("ANALYZE");
  await client.end();
}

/** What most messages of a second need, asked one after the other. */
async function measureRoundTrips(
  base: Record<string, string>,
  redisUrl: string,
  token: string,
): Promise<number> {
  const counter = await countRoundTrips(new URL(redisUrl));
  const counted = startServerProcess({ ...base, REDIS_URL: counter.url });
  atEnd(counter.close, () => counted.stop("SIGKILL"));
  const url = `${addressOf(await counted.ready)}/api/widget/message`;
  const counts: number[] = [];
  model.always((chat) => {
    counts.push(counter.take());
    return citeFirstPassage(chat);
  });
  const visitor = visitors(token);
  for (let message = 0; message < 50; message++) {
    // What the one before still tells staff screens is not this one's.
    await sleep(20);
    counter.take();
    await runLoad({ url, visitor }, 1, 1);
  }
  await counted.stop("SIGKILL");
  counts.sort((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? Number.NaN;
}

async function measure(target: LoadTarget, connections: number, forMs: number): Promise<Slice> {
  model.reset();
  model.always(citeFirstPassage);
  const { times, lasted } = await runLoad(target, connections, forMs);
  const upstream = quantile(
    model.chats.map(({ ms }) => ms),
    0.5,
  );
  return {
    p50: quantile(times, 0.5) - upstream,
    p99: quantile(times, 0.99) - upstream,
    perSecond: (times.length * 1_000) / lasted,
    upstream,
  };
}

function middleOf(slices: Slice[]): Slice {
  const of = (name: keyof Slice) =>
    quantile(
      slices.map((slice) => slice[name]),
      0.5,
    );
  return { p50: of("p50"), p99: of("p99"), perSecond: of("perSecond"), upstream: of("upstream") };
}

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}

function addressOf(baseUrl: string): string {
  return baseUrl.replace("localhost", "127.0.0.1");
}
