import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { startServerProcess } from "@/e2e/support/servers/server-process";
import { signInByHttp } from "@/e2e/support/sign-in-by-http";
import { openCeilings } from "@/lib/kv/limits/limit-policies";
import { openWatchers } from "./support/live-watchers";
import { residentKib } from "./support/resident-kib";
import { startFloor } from "./support/start-floor";

// npm run bench:live [-- --watchers=5000 --events=20 | --quick]: many screens on one process. The product's live feed,
// events written by real messages through the store, beside the least a Next route can do (bench/floor), in the same
// run.
const { values } = parseArgs({
  options: {
    watchers: { type: "string", default: "5000" },
    events: { type: "string", default: "20" },
    quick: { type: "boolean", default: false },
  },
});
const watchers = values.quick ? 200 : Number(values.watchers);
const events = values.quick ? 6 : Number(values.events);
const settleMs = values.quick ? 500 : 3_000;
const pauseMs = values.quick ? 200 : 500;
/** Bytes of data in a question's event and in its answer's. */
const sizes = [520, 900];

type Target = {
  pid: number;
  address: string;
  path: string;
  /** Of one session each, which may have so many streams only. */
  cookies: string[];
  /** Makes two events, a question's and its answer's. */
  emit: (turn: number) => Promise<void>;
  stop: () => Promise<void>;
};

type Figures = {
  lost: number;
  doubled: number;
  p50: number;
  p99: number;
  kibPerWatcher: number;
};

const floor = await measure(await startBareRoute());
print("bare Next route", floor);
const product = await measure(await startProduct());
print("live feed", product);
const ratio = (a: number, b: number) => (a / b).toFixed(2);
console.log(
  `ratio             p99 ${ratio(product.p99, floor.p99)}   memory ${ratio(product.kibPerWatcher, floor.kibPerWatcher)}   (bar 1.3, aim 0.6)`,
);
const isExact = product.lost === 0 && product.doubled === 0;
const isWithin = product.p99 <= 1.3 * floor.p99 && product.kibPerWatcher <= 1.3 * floor.kibPerWatcher;
process.exit(isExact && (isWithin || values.quick) ? 0 : 1);

async function measure(target: Target): Promise<Figures> {
  try {
    // Code and caches warm: not what is measured.
    const warm = await openWatchers(target, 50);
    await target.emit(0);
    await warm.received(2);
    warm.close();
    await sleep(settleMs);

    const before = residentKib(target.pid);
    const screens = await openWatchers(target, watchers);
    await sleep(settleMs);
    const kibPerWatcher = (residentKib(target.pid) - before) / watchers;
    for (let turn = 1; turn <= events / 2; turn++) {
      await target.emit(turn);
      await sleep(pauseMs);
    }
    await screens.received(events);
    const { lost, doubled, delays } = screens.count(events);
    screens.close();
    delays.sort();
    const at = (share: number) => delays[Math.floor(share * (delays.length - 1))] ?? Number.NaN;
    return { lost, doubled, p50: at(0.5), p99: at(0.99), kibPerWatcher };
  } finally {
    await target.stop();
  }
}

async function startProduct(): Promise<Target> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "dawen-bench-"));
  const server = startServerProcess({ DATA_DIR: dataDir });
  const address = (await server.ready).replace("localhost", "127.0.0.1");
  const demo = JSON.parse(await readFile(path.join(dataDir, "demo.json"), "utf8"));
  return {
    pid: server.child.pid ?? 0,
    address,
    path: "/api/live",
    cookies: await signInOften(address, demo.agent),
    emit: async (turn) => {
      const body = {
        token: demo.bots[0].token,
        message: `第 ${turn} 問：可以退貨嗎？`,
        chat_id: "web_0000be9c",
      };
      const response = await fetch(`${address}/api/widget/message`, {
        method: "POST",
        body: JSON.stringify(body),
      });
      if (response.status !== 200) throw new Error(`the message got ${response.status}`);
    },
    stop: async () => {
      await server.stop("SIGKILL");
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function signInOften(address: string, account: { email: string; password: string }): Promise<string[]> {
  const cookies: string[] = [];
  for (let streams = 0; streams < watchers + 50; streams += openCeilings.liveStreamsOfSession)
    cookies.push(await signInByHttp(address, account));
  return cookies;
}

async function startBareRoute(): Promise<Target> {
  const { pid, address, stop } = await startFloor();
  return {
    pid,
    address,
    path: "/live",
    cookies: [""],
    emit: async () => {
      await fetch(`${address}/live`, { method: "POST", body: JSON.stringify({ sizes, gapMs: 20 }) });
    },
    stop,
  };
}

function print(name: string, { lost, doubled, p50, p99, kibPerWatcher }: Figures): void {
  console.log(
    `${name.padEnd(16)}  ${watchers} watchers × ${events} events: lost ${lost}, doubled ${doubled}, ` +
      `p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, ${kibPerWatcher.toFixed(1)} KiB a watcher`,
  );
}
