import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { callAction } from "@/e2e/support/call-action";
import { startServerProcess } from "@/e2e/support/servers/server-process";
import { signInByHttp } from "@/e2e/support/sign-in-by-http";
import { documentLimits } from "@/lib/knowledge/documents/document-limits";
import { prose } from "./hostile/given/prose";
import { hostileStrings } from "./hostile/given/strings";
import { middle } from "./support/middle";

// npm run bench:save [-- --quick] [--only PART]
// What a visitor's page waits for its settings while an owner saves a document of the greatest size, of plain prose and
// of what nobody writes, beside what it waits for while nobody does anything. The built server on embedded parts, over
// HTTP.
const { values } = parseArgs({
  options: { quick: { type: "boolean", default: false }, only: { type: "string", default: "" } },
});
const length = values.quick ? documentLimits.content / 16 : documentLimits.content;
const aloneMs = values.quick ? 500 : 5_000;
/** Milliseconds that a request may take more than the median of those alone. */
const bar = 100;
/** Between two requests, in milliseconds. */
const pauseMs = 5;

const dataDir = await mkdtemp(path.join(tmpdir(), "dawen-bench-"));
const server = startServerProcess({ DATA_DIR: dataDir, TRUSTED_PROXY_HOPS: "1", LOG_LEVEL: "warn" });
let isWithin = false;
try {
  isWithin = await run(await server.ready);
} finally {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
process.exit(isWithin ? 0 : 1);

async function run(baseUrl: string): Promise<boolean> {
  const demo = JSON.parse(await readFile(path.join(dataDir, "demo.json"), "utf8"));
  const { email, password } = demo.owner;
  const cookie = await signInByHttp(baseUrl, { email, password });
  const bots = await (await fetch(`${baseUrl}/bots`, { headers: { cookie } })).text();
  const botId = /\/bots\/([0-9a-f-]{36})/.exec(bots)?.[1] ?? "";
  const config = `${baseUrl}/api/widget/config?token=${demo.bots[0].token}`;
  await timesUntil(config, sleep(aloneMs));
  const alone = await timesUntil(config, sleep(aloneMs));
  console.log(`alone: median ${middle(alone).toFixed(1)} ms, longest ${Math.max(...alone).toFixed(1)} ms`);
  let longest = 0;
  const texts = [{ name: "prose", make: prose }, ...hostileStrings];
  for (const { name, make } of texts.filter(({ name }) => name.includes(values.only))) {
    const content = make(length).slice(0, length);
    const since = performance.now();
    const saving = callAction(baseUrl, "createDocumentAction", {
      form: { botId, title: name, content },
      headers: { cookie },
      ids: { botId },
    });
    const times = await timesUntil(config, saving);
    const { status, code } = await saving;
    const more = Math.max(...times) - middle(alone);
    longest = Math.max(longest, more);
    console.log(
      `${name}: saved with ${status} ${code} in ${(performance.now() - since).toFixed(0)} ms, ` +
        `${times.length} requests meanwhile, the longest ${more.toFixed(1)} ms more than alone`,
    );
  }
  const isWithin = longest <= bar;
  console.log(`longest of all: ${longest.toFixed(1)} ms more (bar ${bar})${isWithin ? "" : ": MISSED"}`);
  return isWithin || values.quick;
}

/** Milliseconds of each request, one after the other, until the work has ended. */
async function timesUntil(url: string, work: Promise<unknown>): Promise<number[]> {
  let isOver = false;
  void work
    .catch(() => {})
    .finally(() => {
      isOver = true;
    });
  const times: number[] = [];
  while (!isOver) {
    const since = performance.now();
    const answer = await fetch(url);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
    times.push(performance.now() - since);
    await sleep(pauseMs);
  }
  return times;
}
