import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { createBot } from "@/lib/bots/create-bot";
import { parseEnv } from "@/lib/env";
import { bindJob } from "@/lib/jobs/bind-job";
import { startJobs } from "@/lib/jobs/run/start-jobs";
import { fetchSourceJob } from "@/lib/knowledge/sources/source-jobs";
import { addAddress } from "@/lib/knowledge/web/add-address";
import { checkSource } from "@/lib/knowledge/web/check-source";
import { fetchSourceBy } from "@/lib/knowledge/web/crawl/fetch-source";
import { paceByStore } from "@/lib/knowledge/web/crawl/pace";
import { addAddressInput } from "@/lib/knowledge/web/web-input";
import { buildProgram } from "@/scripts/build/build-server.mjs";
import { openDatabase } from "@/server/start/open-database";
import { createTestAccount, signInTestAccount } from "@/test/fixtures/test-account";
import { createTestContext } from "@/test/fixtures/test-context";
import { openWebSite, webPage } from "@/test/web-site";
import { atEnd, runToEnd } from "./run-to-end";

// npm run bench:crawl [-- --quick] [--pages 300] [--seconds 180]
// How long a site takes whose server is this process: found by its sitemap, two pages a second, each read in a process
// beside this one and kept; then once more, when nothing has changed.
const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    pages: { type: "string", default: "300" },
    seconds: { type: "string", default: "180" },
  },
});
const pageCount = values.quick ? 20 : Number(values.pages);
const bar = (Number(values.seconds) * pageCount) / Number(values.pages);

await runToEnd(run);

async function run(): Promise<boolean> {
  const dir = await mkdtemp(path.join(tmpdir(), "dawen-bench-"));
  // Below node_modules: the reader takes its packages from there.
  const bundles = await mkdtemp(path.resolve("node_modules/.run-"));
  atEnd(
    () => rm(dir, { recursive: true }),
    () => rm(bundles, { recursive: true }),
  );
  const reader = path.join(bundles, "reader.mjs");
  await buildProgram("reader", { root: process.cwd(), outfile: reader });
  const site = await openWebSite(sitePages());
  site.pages["/sitemap.xml"] = sitemap(site.url);
  const { db, queue, close } = await openDatabase(parseEnv({ DATA_DIR: dir }), process.cwd(), async () => {});
  const ctx = createTestContext({ db });
  const fetch = fetchSourceBy({ reader, spool: () => dir, fetch: () => site.fetch, pace: paceByStore });
  const runner = startJobs(ctx, queue, [bindJob(fetchSourceJob, fetch)]);
  atEnd(site.close, close, () => runner.stop(1_000));
  const owner = await signInTestAccount(ctx, await createTestAccount(ctx));
  const { id: botId } = await createBot(owner, { name: "山茶" });
  const input = addAddressInput.parse({ botId, origin: "site", address: site.url, most: String(pageCount) });
  const { sourceId } = await addAddress(owner, input);
  const seconds = async () => {
    site.asked.length = 0;
    const since = performance.now();
    await runner.runDue(3_600_000);
    return (performance.now() - since) / 1_000;
  };
  const first = await seconds();
  const read = await db.sourcePage.count({ where: { sourceId, state: "read" } });
  console.log(`${read} of ${pageCount} pages in ${first.toFixed(1)} s (bar ${bar} s)`);
  await checkSource(owner, { botId, sourceId });
  const again = await seconds();
  const isPage = (asked: string) => asked === "/" || asked.startsWith("/p/");
  const whole = site.asked.filter(({ path, status }) => status === 200 && isPage(path)).length;
  console.log(`once more, unchanged: ${again.toFixed(1)} s, ${whole} pages came whole`);
  return read === pageCount && first <= bar && whole === 0;
}

/** Pages of about 30 KB with a table and prose, the first of them the site's own. */
function sitePages(): Record<string, string> {
  const rows = (at: number) =>
    Array.from(
      { length: 60 },
      (_, row) => `<tr><td>茶 ${at}-${row}<td>${row * 10 + at} 元<td>75 克</tr>`,
    ).join("");
  const prose = (at: number) =>
    Array.from(
      { length: 80 },
      (_, one) => `<p>第 ${at} 頁的第 ${one} 段：本店七天內可以退貨，請保留發票與原包裝。</p>`,
    ).join("");
  return Object.fromEntries(
    Array.from({ length: pageCount }, (_, at) => [
      at === 0 ? "/" : `/p/${at}`,
      webPage(`第 ${at} 頁`, `<table>${rows(at)}</table>${prose(at)}`),
    ]),
  );
}

function sitemap(url: string): string {
  const locations = Array.from(
    { length: pageCount - 1 },
    (_, at) => `<url><loc>${url}/p/${at + 1}</loc></url>`,
  );
  return `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${locations.join("")}</urlset>`;
}
