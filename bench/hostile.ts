// Feeds every function that takes a text with strings that nobody writes, at the greatest length that reaches it and at
// a quarter of that, and prints the CPU time of both and their ratio, worst first:
// npm run bench:hostile [-- --quick] [--only PART] [--all] (all rows, not only the worst)
import { parseArgs } from "node:util";
import { allCases, type HostileCase } from "./hostile/all-cases";
import { longest } from "./hostile/given/longest";
import { prose } from "./hostile/given/prose";
import { hostileStrings } from "./hostile/given/strings";
import { measureCpu } from "./hostile/measure-cpu";
import { measureGrowth } from "./hostile/measure-growth";

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string", default: "" },
    all: { type: "boolean", default: false },
  },
});

/**
 * A quick run only shows that all of them come to an end, with some of the strings: `growth.test.ts` feeds all of them
 * at such lengths.
 */
const scale = options.quick ? 1 / 16 : 1;
const strings = options.quick ? hostileStrings.filter((_, at) => at % 8 === 0) : hostileStrings;
/** Milliseconds for a message, its fields and headers at their longest. */
const bar = 50;
/** A document may cost so much more than plain Chinese prose of its length. */
const documentBar = 1.5;
/** Milliseconds after which the whole is not tried. */
const stuck = 2_000;
const ingest = "lib/knowledge/documents/versions/prepare-version.ts prepareVersion";

type Row = { name: string; text: string; quarter: number; full: number; fault: string };

const plain = prose(longest.document * scale);
const floor = await least(({ run }) => measureCpu(run, plain), caseOf(ingest));
console.log(
  `${ingest} on ${plain.length} characters of Chinese prose: ${floor.toFixed(0)} ms CPU (the floor)\n`,
);

const rows: Row[] = [];
for (const hostile of allCases.filter(({ of }) => of.includes(options.only))) {
  const length = longest[hostile.kind] * scale;
  for (const { name, make } of strings) rows.push(await measure(hostile, name, make, length));
}
rows.sort((a, b) => Number(b.fault !== "") - Number(a.fault !== "") || b.full - a.full);
print(options.all ? rows : rows.slice(0, 40));
const faults = rows.filter(({ fault }) => fault !== "");
console.log(
  `\n${rows.length} rows, ${allCases.length} functions, ${strings.length} strings: ${faults.length} over a bar`,
);
if (faults.length > 0 && !options.quick) process.exitCode = 1;

async function measure(
  { of, kind, run }: HostileCase,
  text: string,
  make: (length: number) => string,
  length: number,
): Promise<Row> {
  // A quarter that takes so long says enough.
  const first = await measureCpu(run, make(length / 4));
  if (first > stuck) return { name: of, text, quarter: first, full: Number.NaN, fault: "stuck" };
  const { quarter, full, isFast } = await measureGrowth(run, make, length);
  const most = of === ingest ? floor * documentBar : kind === "document" ? Number.POSITIVE_INFINITY : bar;
  let least = full;
  for (let left = 4; left > 0 && least > most; left--)
    least = Math.min(least, await measureCpu(run, make(length)));
  const fault = isFast ? "grows" : least > most ? `over ${most.toFixed(0)} ms` : "";
  return { name: of, text, quarter, full: least, fault };
}

async function least(work: (hostile: HostileCase) => Promise<number>, hostile: HostileCase): Promise<number> {
  let fastest = Number.POSITIVE_INFINITY;
  for (let left = 5; left > 0; left--) fastest = Math.min(fastest, await work(hostile));
  return fastest;
}

function caseOf(name: string): HostileCase {
  const found = allCases.find(({ of }) => of === name);
  if (!found) throw new Error(`no case of ${name}`);
  return found;
}

function print(shown: readonly Row[]): void {
  console.log(
    ["ms at n/4", "ms at n", "ratio", "", "function, string"].map((head) => head.padStart(10)).join(""),
  );
  for (const { name, text, quarter, full, fault } of shown) {
    const ratio = quarter > 0 ? (full / quarter).toFixed(1) : "";
    const figures = [quarter.toFixed(1), full.toFixed(1), ratio].map((figure) => figure.padStart(10));
    console.log(`${figures.join("")}  ${fault.padEnd(12)}  ${name}, ${text}`);
  }
}
