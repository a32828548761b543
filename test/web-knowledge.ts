import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { createBot } from "@/lib/bots/create-bot";
import type { ActorCtx } from "@/lib/identity/actor";
import { bindJob } from "@/lib/jobs/bind-job";
import { startJobs } from "@/lib/jobs/run/start-jobs";
import { getSource } from "@/lib/knowledge/sources/get-source";
import { publishParts } from "@/lib/knowledge/sources/publish-parts";
import { publishSource } from "@/lib/knowledge/sources/publish-source";
import { fetchSourceJob, publishSourceJob } from "@/lib/knowledge/sources/source-jobs";
import { addAddress } from "@/lib/knowledge/web/add-address";
import { checkSource } from "@/lib/knowledge/web/check-source";
import { fetchSourceBy } from "@/lib/knowledge/web/crawl/fetch-source";
import { listPages } from "@/lib/knowledge/web/list-pages";
import { addAddressInput } from "@/lib/knowledge/web/web-input";
import { buildProgram } from "@/scripts/build/build-server.mjs";
import { createTestAccount, signInTestAccount } from "./fixtures/test-account";
import { createTestRunners, type TestRunners } from "./fixtures/test-runners";
import { openWebSite, type SitePage, type WebSite } from "./web-site";

/**
 * A bot whose pages of the web are fetched from a server of the test, and what a test asks of it; made anew for each
 * test of a file.
 */
let dir: string;
let reader: string;
export let runners: TestRunners;
export let runJobs: () => Promise<void>;
export let owner: ActorCtx;
export let botId: string;
export let site: WebSite;
/** Every turn that was asked for: its host and its milliseconds. */
export let turns: [host: string, everyMs: number][] = [];
const sites: WebSite[] = [];

beforeAll(async () => {
  await mkdir("node_modules/.cache", { recursive: true });
  dir = await mkdtemp(path.resolve("node_modules/.cache/web-"));
  reader = path.join(dir, "reader.mjs");
  await buildProgram("reader", { root: process.cwd(), outfile: reader });
  runners = await createTestRunners();
  const runner = startJobs(runners.ctx, runners.test.queue, [
    bindJob(fetchSourceJob, runFetch()),
    bindJob(publishSourceJob, publishParts),
  ]);
  runners.runners.push(runner);
  runJobs = async () => {
    expect(await runner.runDue(150_000)).toBe(true);
  };
});
beforeEach(async () => {
  owner = await signInTestAccount(runners.ctx, await createTestAccount(runners.ctx));
  botId = (await createBot(owner, { name: "山茶" })).id;
  turns = [];
});
afterEach(async () => {
  for (const one of sites.splice(0)) await one.close();
});
afterAll(async () => {
  await runners.close();
  await rm(dir, { recursive: true });
});

/** The product's own fetching, at once, of the test's site. */
export function runFetch() {
  return fetchSourceBy({
    ...{ reader, spool: () => path.join(dir, "spool") },
    fetch: () => site.fetch,
    pace: async (_kv, host, everyMs, signal) => {
      signal.throwIfAborted();
      turns.push([host, everyMs]);
    },
  });
}

export async function open(pages: Record<string, SitePage>): Promise<void> {
  site = await openWebSite(pages);
  sites.push(site);
}
export async function add(fields: Record<string, unknown>): Promise<string> {
  const { sourceId } = await addAddress(owner, addAddressInput.parse({ botId, origin: "page", ...fields }));
  return sourceId;
}
export async function get(sourceId: string) {
  const source = await getSource(owner, { botId, sourceId });
  if (!source) throw new Error("no such source");
  return source;
}
export async function publish(sourceId: string): Promise<void> {
  await publishSource(owner, { botId, sourceId });
  await runJobs();
}
export async function check(sourceId: string): Promise<void> {
  site.asked.length = 0;
  await checkSource(owner, { botId, sourceId });
  await runJobs();
}
export const pagesOf = async (sourceId: string) =>
  (await listPages(owner, { botId, sourceId, page: 1 })).pages.map(({ address, ...page }) => ({
    ...page,
    path: address.slice(site.url.length),
  }));
export const pathsOf = async (sourceId: string) => (await pagesOf(sourceId)).map(({ path }) => path).sort();
export const knowledgeVersion = async () =>
  (await runners.ctx.db.bot.findUniqueOrThrow({ where: { id: botId } })).knowledgeVersion;
/** What answers: title and text, and which version it is. */
export async function answers() {
  const documents = await runners.ctx.db.document.findMany({
    where: { botId, deletedAt: null },
    select: { id: true, name: true, publishedVersion: { select: { content: true, number: true } } },
    orderBy: { name: "asc" },
  });
  return documents.map(({ id, name, publishedVersion: version }) => ({ id, name, ...version }));
}
