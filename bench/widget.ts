import { execFileSync } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { chromiumLaunch } from "@/e2e/support/chromium";
import { findSystemChromium } from "@/scripts/system-chromium.mjs";
import { startWidgetServer, type Widget } from "./support/widget-server";
import { listRequests, timeLauncher, type Visit, visitPage } from "./support/widget-visit";

// npm run bench:widget [-- --runs=7 --json=FILE | --quick]: what the widget costs a customer's page, in Chromium on a
// CPU slowed down four times, beside the least that speaks the contract (bench/floor/widget.js), in the same run.
// Sizes and requests count in every run; times and memory count unless it is --quick.
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "7" },
    json: { type: "string" },
    quick: { type: "boolean", default: false },
  },
});
const runs = values.quick ? 1 : Number(values.runs);
const root = process.cwd();
const KIB = 1024;
/** gzip bytes and requests. */
const budgets = { usable: 10_000, all: 24_000, untilLauncher: 2 };

interface Size {
  raw: number;
  gzip: number;
  brotli: number;
}

interface Bar {
  what: string;
  isMet: boolean;
  /** Holds whatever else the machine does. */
  isFirm: boolean;
}

const bars: Bar[] = [];
execFileSync(process.execPath, ["scripts/build/build-widget.mjs"], {
  stdio: ["ignore", "ignore", "inherit"],
});
const server = await startWidgetServer(root);
const browser = await chromium.launch({
  ...chromiumLaunch,
  executablePath: findSystemChromium({ isWhole: true }),
});
try {
  const sizes = await weighFiles();
  const times = await measureTimes();
  for (const { what, isMet } of bars) console.log(`${isMet ? "met   " : "MISSED"}  ${what}`);
  if (values.json) await writeFile(values.json, JSON.stringify({ runs, sizes, times, bars }, null, 2));
} finally {
  await browser.close();
  server.close();
}
process.exit(bars.some(({ isMet, isFirm }) => !isMet && (isFirm || !values.quick)) ? 1 : 0);

async function weighFiles() {
  const modules = await readdir(path.join(root, "public/widget")).catch(() => []);
  const names = [
    "widget.js",
    ...modules.filter((name) => name.endsWith(".js")).map((name) => `widget/${name}`),
  ];
  const files = new Map<string, Size>();
  const seen: Buffer[] = [];
  const all: Size[] = [];
  for (const name of names) {
    const script = await readFile(path.join(root, "public", name));
    const size = sizeOf(script);
    files.set(`${server.app}/${name}`, size);
    // The same bytes under a second address load from one of the two only.
    if (!seen.some((other) => other.equals(script))) all.push(size);
    seen.push(script);
    printSize(name, size);
  }
  const requests = await listRequests(browser, server);
  const usableFiles = new Set(requests.untilUsable.filter((url) => url.endsWith(".js")));
  const usable = total(
    [...usableFiles].map((url) => files.get(url) ?? fail(`${url} is no file of the widget`)),
  );
  const own = new URL(server.address("product")).origin;
  const strangers = requests.all.filter((url) => ![server.app, own, "null"].includes(new URL(url).origin));
  printSize(`until usable (${usableFiles.size} files)`, usable);
  printSize("all that can load", total(all));
  printSize("floor", sizeOf(server.floor));
  console.log(
    `requests: ${requests.untilLauncher} before the launcher, ${requests.all.length} with a message`,
  );

  const kb = (bytes: number) => `${(bytes / 1000).toFixed(2)} KB`;
  bar(`until usable ${kb(usable.gzip)} gzip ≤ 10`, usable.gzip <= budgets.usable, true);
  bar(`all that can load ${kb(total(all).gzip)} gzip ≤ 22`, total(all).gzip <= budgets.all, true);
  const { untilLauncher } = requests;
  bar(`requests before the launcher ${untilLauncher} ≤ 2`, untilLauncher <= budgets.untilLauncher, true);
  bar(`requests to third parties ${strangers.length} = 0 ${strangers.join(" ")}`, !strangers.length, true);
  return { files: Object.fromEntries(files), usable, all: total(all), floor: sizeOf(server.floor), requests };
}

async function measureTimes() {
  const visits: Record<Widget, Visit[]> = { product: [], floor: [] };
  const launcher = { fast: { product: [0], floor: [0] }, slow: { product: [0], floor: [0] } };
  const networks = ["fast", "slow"] as const;
  for (const network of networks) launcher[network] = { product: [], floor: [] };
  // An unmeasured round comes first: the browser's own code is loaded and warm.
  for (let run = values.quick ? 1 : 0; run <= runs; run++) {
    const order: Widget[] = run % 2 ? ["product", "floor"] : ["floor", "product"];
    for (const widget of order) {
      const visit = await visitPage(browser, server, widget);
      if (run) visits[widget].push(visit);
      for (const network of networks) {
        const time = await timeLauncher(browser, server, widget, network);
        if (run) launcher[network][widget].push(time);
      }
    }
  }

  const compare = (what: string, of: (visit: Visit) => number, digits = 1) =>
    printPair(what, visits.product.map(of), visits.floor.map(of), digits);
  const slice = (of: "heap" | "heapInChat") => compare(`${of}, KiB`, (visit) => visit[of] / KIB);

  console.log(`\nadded to a page, ${runs} runs, CPU ÷ 4, median (least to most)`);
  const blocking = compare("CPU beyond 50 ms of a task, ms", (visit) => visit.blocking);
  const work = compare("CPU of the main thread, ms", (visit) => visit.work);
  const fast = printPair("launcher visible, ms", launcher.fast.product, launcher.fast.floor);
  const slow = printPair("… 1.6 Mbps, 150 ms", launcher.slow.product, launcher.slow.floor);
  const heap = slice("heap");
  const heapInChat = slice("heapInChat");
  const nodes = compare("nodes", (visit) => visit.nodes, 0);
  const nodesInChat = compare("nodesInChat", (visit) => visit.nodesInChat, 0);
  const click = compare("click to painted panel, ms", (visit) => visit.clickToPaint);
  const cls = compare("CLS", (visit) => visit.cls, 4);
  console.log();

  const ratio = ({ product, floor }: Pair) => product / floor;
  const { product, floor } = blocking;
  bar(`blocking ${product.toFixed(0)} ms ≤ 2× floor, ${floor.toFixed(0)} ms`, product <= 2 * floor);
  bar(`launcher on the slow network ${ratio(slow).toFixed(2)}× floor ≤ 1.15`, ratio(slow) <= 1.15);
  bar(`heap in a chat ${(heapInChat.product / KIB).toFixed(2)} MiB ≤ 1`, heapInChat.product <= KIB);
  bar(`click to paint ${ratio(click).toFixed(2)}× floor ≤ 1.3`, ratio(click) <= 1.3);
  bar(`CLS ${cls.product} = 0`, cls.product === 0);
  return { blocking, work, fast, slow, heap, heapInChat, nodes, nodesInChat, click, cls, visits, launcher };
}

/** Medians. */
interface Pair {
  product: number;
  floor: number;
}

function printPair(what: string, product: number[], floor: number[], digits = 1): Pair {
  const text = (numbers: number[]) => {
    const sorted = numbers.toSorted((a, b) => a - b);
    const [least, most] = [sorted[0] ?? 0, sorted.at(-1) ?? 0].map((one) => one.toFixed(digits));
    return `${median(numbers).toFixed(digits)} (${least} to ${most})`.padEnd(26);
  };
  const pair = { product: median(product), floor: median(floor) };
  const ratio = pair.floor > 0 ? `${(pair.product / pair.floor).toFixed(2)}×` : "";
  console.log(`${what.padEnd(34)}widget ${text(product)} floor ${text(floor)} ${ratio}`);
  return pair;
}

function bar(what: string, isMet: boolean, isFirm = false): void {
  bars.push({ what, isMet, isFirm });
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

function sizeOf(script: Buffer): Size {
  return {
    raw: script.length,
    gzip: gzipSync(script, { level: 9 }).length,
    brotli: brotliCompressSync(script).length,
  };
}

function total(sizes: Size[]): Size {
  const sum = { raw: 0, gzip: 0, brotli: 0 };
  for (const { raw, gzip, brotli } of sizes) {
    sum.raw += raw;
    sum.gzip += gzip;
    sum.brotli += brotli;
  }
  return sum;
}

function printSize(name: string, { raw, gzip, brotli }: Size): void {
  console.log(`${name.padEnd(34)}${raw} bytes, ${gzip} gzip, ${brotli} brotli`);
}

function fail(what: string): never {
  throw new Error(what);
}
