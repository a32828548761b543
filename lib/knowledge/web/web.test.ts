import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createBot } from "@/lib/bots/create-bot";
import type { ActorCtx } from "@/lib/identity/actor";
import { bindJob } from "@/lib/jobs/bind-job";
import { startJobs } from "@/lib/jobs/run/start-jobs";
import { deleteDocument } from "@/lib/knowledge/documents/delete-document";
import { getSource } from "@/lib/knowledge/sources/get-source";
import { listSources } from "@/lib/knowledge/sources/list-sources";
import { publishParts } from "@/lib/knowledge/sources/publish-parts";
import { publishSource } from "@/lib/knowledge/sources/publish-source";
import { readAgain } from "@/lib/knowledge/sources/read-again";
import { fetchSourceJob, publishSourceJob } from "@/lib/knowledge/sources/source-jobs";
import { buildReader } from "@/scripts/build-server.mjs";
import { createTestAccount, signInTestAccount } from "@/test/test-account";
import { createTestRunners, type TestRunners } from "@/test/test-runners";
import { openWebSite, type SitePage, type WebSite, webPage } from "@/test/web-site";
import { addAddress } from "./add-address";
import { checkSource } from "./check-source";
import { choosePage } from "./choose-page";
import { fetchSourceBy } from "./crawl/fetch-source";
import { fetchDueSources } from "./fetch-due-sources";
import { listPages } from "./list-pages";
import { removeAddress } from "./remove-address";
import { setSchedule } from "./set-schedule";
import { addAddressInput } from "./web-input";

let dir: string;
let reader: string;
let runners: TestRunners;
let runJobs: () => Promise<void>;
let owner: ActorCtx;
let botId: string;
let site: WebSite;
/** Every turn that was asked for: its host and its milliseconds. */
let turns: [host: string, everyMs: number][] = [];
const sites: WebSite[] = [];

beforeAll(async () => {
  await mkdir("node_modules/.cache", { recursive: true });
  dir = await mkdtemp(path.resolve("node_modules/.cache/web-"));
  reader = path.join(dir, "reader.mjs");
  await buildReader({ root: process.cwd(), outfile: reader });
  runners = await createTestRunners();
  const runner = startJobs(runners.ctx, runners.test.queue, [
    bindJob(fetchSourceJob, runFetch()),
    bindJob(publishSourceJob, publishParts),
  ]);
  runners.runners.push(runner);
  runJobs = async () => {
    expect(await runner.runDue(60_000)).toBe(true);
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
function runFetch() {
  return fetchSourceBy({
    ...{ reader, spool: () => path.join(dir, "spool") },
    fetch: () => site.fetch,
    pace: async (_kv, host, everyMs, signal) => {
      signal.throwIfAborted();
      turns.push([host, everyMs]);
    },
  });
}

async function open(pages: Record<string, SitePage>): Promise<void> {
  site = await openWebSite(pages);
  sites.push(site);
}
async function add(fields: Record<string, unknown>): Promise<string> {
  const { sourceId } = await addAddress(owner, addAddressInput.parse({ botId, origin: "page", ...fields }));
  return sourceId;
}
async function get(sourceId: string) {
  const source = await getSource(owner, { botId, sourceId });
  if (!source) throw new Error("no such source");
  return source;
}
async function publish(sourceId: string): Promise<void> {
  await publishSource(owner, { botId, sourceId });
  await runJobs();
}
async function check(sourceId: string): Promise<void> {
  site.asked.length = 0;
  await checkSource(owner, { botId, sourceId });
  await runJobs();
}
const pagesOf = async (sourceId: string) =>
  (await listPages(owner, { botId, sourceId, page: 1 })).pages.map(({ address, ...page }) => ({
    ...page,
    path: address.slice(site.url.length),
  }));
const pathsOf = async (sourceId: string) => (await pagesOf(sourceId)).map(({ path }) => path).sort();
const knowledgeVersion = async () =>
  (await runners.ctx.db.bot.findUniqueOrThrow({ where: { id: botId } })).knowledgeVersion;
/** What answers: title and text, and which version it is. */
async function answers() {
  const documents = await runners.ctx.db.document.findMany({
    where: { botId, deletedAt: null },
    select: { id: true, name: true, publishedVersion: { select: { content: true, number: true } } },
    orderBy: { name: "asc" },
  });
  return documents.map(({ id, name, publishedVersion: version }) => ({ id, name, ...version }));
}

describe("a page", { timeout: 120_000 }, () => {
  it("is fetched, looked at, published, and answers without what stands around its text", async () => {
    await open({ "/ship": webPage("運費", "<p>滿千免運。</p>") });
    const id = await add({ address: `${site.url}/ship#top` });
    await runJobs();
    expect(await get(id)).toMatchObject({
      ...{ state: "read", fault: null, name: "運費", origin: "page", address: `${site.url}/ship` },
      parts: [{ title: "運費", text: "# 運費\n\n滿千免運。", isLeftOut: false }],
    });
    expect(await answers()).toEqual([]);
    await publish(id);
    expect(await get(id)).toMatchObject({ state: "ready", parts: [], documents: [{ title: "運費" }] });
    expect(await answers()).toMatchObject([{ content: "# 運費\n\n滿千免運。", number: 1 }]);
    expect(await listSources(owner, { botId })).toMatchObject([{ state: "ready", pages: 1, takenPages: 1 }]);
    expect(turns).toEqual([[new URL(site.url).host, 500]]);
  });

  it("may be any file that is read, and in the encoding that its server says", async () => {
    await open({
      "/price?id=7": { type: "text/csv", body: "品名,價格\n烏龍,60\n" },
      "/old": {
        type: "text/html; charset=big5",
        body: iconv.encode("<html><title>退貨</title><p>七天內可以退貨。堃", "big5"),
      },
    });
    const [csv, old] = [
      await add({ address: `${site.url}/price?id=7` }),
      await add({ address: `${site.url}/old` }),
    ];
    await runJobs();
    expect((await get(csv)).parts[0]?.text).toContain("| 烏龍 | 60 |");
    expect((await get(old)).parts[0]).toMatchObject({ title: "退貨", text: "七天內可以退貨。堃" });
  });

  it.each<[string, SitePage | undefined, string]>([
    ["isn't there", undefined, "not_found"],
    ["needs a login", { status: 401 }, "needs_login"],
    ["leads to one", { status: 302, headers: { location: "/login?next=/p" } }, "needs_login"],
    ["is forbidden", { status: 403 }, "forbidden"],
    ["is asked too often", { status: 429, headers: { "retry-after": "0" } }, "asked_too_often"],
    ["has a server that fails", { status: 500 }, "server_error"],
    ["leads in a circle", { status: 302, headers: { location: "/p" } }, "redirected_too_often"],
    ["leads inside", { status: 302, headers: { location: "http://10.0.0.1/" } }, "address_refused"],
    ["is too large", { body: Buffer.alloc(20_000_001, 97) }, "fetch_too_large"],
    [
      "is drawn by scripts",
      "<html><head><title>App</title></head><body><div id=root></div><script src=/a.js></script>",
      "drawn_by_scripts",
    ],
    [
      "is a frame for scripts",
      "<html><title>App</title><body><p>載入中…</p><script src=/a.js></script>",
      "drawn_by_scripts",
    ],
    ["has nothing in it", { type: "application/pdf", body: "" }, "empty"],
    ["is a picture", { type: "image/png", body: Buffer.from("89504e470d0a1a0a0000", "hex") }, "picture"],
  ])("that %s says so", async (_, page, fault) => {
    await open({
      ...(page !== undefined && { "/p": page }),
      "/login?next=/p": webPage("登入", "<p>請登入</p>"),
    });
    const id = await add({ address: `${site.url}/p` });
    await runJobs();
    expect(await get(id)).toMatchObject({ state: "failed", fault, parts: [] });
  });

  it("is not asked for where robots.txt forbids it, or where nobody knows", async () => {
    await open({ "/robots.txt": "User-agent: *\nDisallow: /p\n", "/p": webPage("價目", "<p>60 元</p>") });
    const id = await add({ address: `${site.url}/p` });
    await runJobs();
    expect(await get(id)).toMatchObject({ state: "failed", fault: "robots" });
    site.pages["/robots.txt"] = { status: 503 };
    await check(id);
    expect(await get(id)).toMatchObject({ state: "failed", fault: "server_error" });
    expect(site.asked.filter(({ path }) => path === "/p")).toEqual([]);
  });

  it("on the loopback is refused, as every address inside", async () => {
    await open({});
    for (const address of [
      "http://127.0.0.1/",
      "http://169.254.169.254/latest/",
      "http://2130706433.nip.test:81/",
    ]) {
      const id = await add({ address });
      await runJobs();
      expect(await get(id), address).toMatchObject({ state: "failed", fault: "address_refused" });
    }
  });

  it("that changed gets a new version by itself; unchanged, nothing is loaded anew", async () => {
    await open({ "/p": webPage("運費", "<p>80 元。</p>") });
    const id = await add({ address: `${site.url}/p` });
    await runJobs();
    await publish(id);
    const [before] = await answers();
    const version = await knowledgeVersion();
    await check(id);
    expect(site.asked.find(({ path }) => path === "/p")?.status).toBe(304);
    // Other bytes with the same text, and no mark by which the server tells.
    site.pages["/p"] = { headers: { etag: `"x"` }, body: webPage("運費", "<p>80  元。</p><!-- 1 -->") };
    await check(id);
    expect([await knowledgeVersion(), (await get(id)).state]).toEqual([version, "ready"]);
    site.pages["/p"] = webPage("運費", "<p>60 元。</p>");
    await check(id);
    expect(await answers()).toMatchObject([{ id: before?.id, number: 2, content: "# 運費\n\n60 元。" }]);
    expect((await get(id)).state).toBe("ready");
  });

  it("that is gone, or can't be reached, answers on, and that is said", async () => {
    await open({ "/p": webPage("運費", "<p>80 元。</p>") });
    const id = await add({ address: `${site.url}/p` });
    await runJobs();
    await publish(id);
    const before = await answers();
    site.pages["/p"] = { status: 404 };
    await check(id);
    expect(await get(id)).toMatchObject({ state: "ready", fault: "not_found" });
    expect(await listSources(owner, { botId })).toMatchObject([{ gonePages: 1 }]);
    site.pages["/p"] = { status: 500 };
    await check(id);
    expect(await get(id)).toMatchObject({ state: "ready", fault: "server_error" });
    expect(await answers()).toEqual(before);
    site.pages["/p"] = webPage("運費", "<p>80 元。</p>");
    await check(id);
    expect(await get(id)).toMatchObject({ state: "ready", fault: null });
  });

  it("whose document was deleted stays away when it changes", async () => {
    await open({ "/p": webPage("運費", "<p>80 元。</p>") });
    const id = await add({ address: `${site.url}/p` });
    await runJobs();
    await publish(id);
    const [document] = await answers();
    await deleteDocument(owner, { botId, documentId: document?.id ?? "" });
    site.pages["/p"] = webPage("運費", "<p>60 元。</p>");
    await check(id);
    expect(await answers()).toEqual([]);
    await runners.ctx.db.document.deleteMany({ where: { botId } });
    site.pages["/p"] = webPage("運費", "<p>50 元。</p>");
    await check(id);
    expect(await answers()).toEqual([]);
  });

  it("that became shorter loses what it has no more", async () => {
    const rows = (count: number) =>
      `編號,品名\n${Array.from({ length: count }, (_, at) => `${at},品項 ${at} 號`).join("\n")}`;
    await open({ "/p.csv": { type: "text/csv", body: rows(30_000) } });
    const id = await add({ address: `${site.url}/p.csv` });
    await runJobs();
    await publish(id);
    const many = (await answers()).length;
    expect(many).toBeGreaterThan(1);
    site.pages["/p.csv"] = { type: "text/csv", body: rows(10) };
    await check(id);
    expect(await answers()).toHaveLength(1);
    site.pages["/p.csv"] = { type: "text/csv", body: rows(30_000) };
    await check(id);
    expect(await answers()).toHaveLength(many);
  });

  it("is fetched by itself when it is due, once however many ask", async () => {
    await open({ "/p": webPage("運費", "<p>80 元。</p>") });
    const id = await add({ address: `${site.url}/p` });
    await runJobs();
    await publish(id);
    await setSchedule(owner, { botId, sourceId: id, schedule: "daily" });
    const run = { signal: new AbortController().signal, attempt: 1, progress: async () => {} };
    const round = async () => (await runners.ctx.db.source.findUniqueOrThrow({ where: { id } })).round;
    await fetchDueSources(runners.ctx, {}, run);
    expect(await round()).toBe(1);
    site.pages["/p"] = webPage("運費", "<p>60 元。</p>");
    const tomorrow = { ...runners.ctx, now: () => Date.now() + 25 * 60 * 60_000 };
    await Promise.all([1, 2, 3].map(() => fetchDueSources(tomorrow, {}, run)));
    expect(await round()).toBe(2);
    await runJobs();
    expect(await answers()).toMatchObject([{ number: 2, content: "# 運費\n\n60 元。" }]);
    const { dueAt } = await runners.ctx.db.source.findUniqueOrThrow({ where: { id } });
    expect(dueAt?.getTime()).toBeGreaterThan(Date.now() + 23 * 60 * 60_000);
    await setSchedule(owner, { botId, sourceId: id, schedule: "off" });
    await fetchDueSources({ ...runners.ctx, now: () => Date.now() + 90 * 24 * 60 * 60_000 }, {}, run);
    expect(await round()).toBe(2);
  });

  it("is read again in another encoding, and can be removed with its documents", async () => {
    await open({
      "/p": { type: "text/html", body: iconv.encode("<html><title>退貨</title><p>退貨", "gb18030") },
    });
    const id = await add({ address: `${site.url}/p` });
    await runJobs();
    await readAgain(owner, { botId, sourceId: id, encoding: "gb18030" });
    await runJobs();
    expect((await get(id)).parts).toMatchObject([{ title: "退貨", text: "退貨" }]);
    await publish(id);
    await removeAddress(owner, { botId, sourceId: id });
    expect([await answers(), await getSource(owner, { botId, sourceId: id })]).toEqual([[], null]);
    expect(await runners.ctx.db.document.count({ where: { botId } })).toBe(1);
  });
});

const sitemap = (paths: readonly string[], tag: "urlset" | "sitemapindex" = "urlset") =>
  `<?xml version="1.0"?><${tag} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths
    .map((one) => `<url><loc>${site.url}${one}</loc></url>`)
    .join("")}</${tag}>`;
const shop = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `/p/${at}`,
      webPage(`茶 ${at}`, `<p>第 ${at} 號茶 ${at * 10} 元。</p>`),
    ]),
  );

describe("a site", { timeout: 240_000 }, () => {
  it("is found by its sitemaps, an index of packed ones too; a second run fetches nothing unchanged", async () => {
    const pages = shop(12);
    await open({ ...pages, "/": webPage("首頁", "<p>歡迎光臨山茶行。</p>") });
    const paths = Object.keys(pages);
    Object.assign(site.pages, {
      "/robots.txt": `User-agent: *\nDisallow: /p/3\nCrawl-delay: 2\nSitemap: ${site.url}/maps.xml`,
      "/maps.xml": sitemap(["/a.xml.gz", "/b.xml"], "sitemapindex"),
      "/a.xml.gz": { type: "application/gzip", body: gzipSync(sitemap(paths.slice(0, 6))) },
      "/b.xml": sitemap([...paths.slice(6), "/private/1", "/p/0?utm_source=x", "/missing"]),
    });
    const id = await add({ origin: "site", address: site.url, exclude: "/private/*" });
    await runJobs();
    expect(await pathsOf(id)).toEqual(["/", "/missing", ...paths].sort());
    const found = await pagesOf(id);
    expect(found.find(({ path }) => path === "/p/3")).toMatchObject({ state: "skipped", fault: "robots" });
    expect(found.find(({ path }) => path === "/missing")).toMatchObject({
      state: "failed",
      fault: "not_found",
    });
    expect(site.asked.some(({ path }) => path === "/p/3")).toBe(false);
    expect(turns.every(([, everyMs]) => everyMs === 2_000)).toBe(true);
    expect(await get(id)).toMatchObject({ state: "read", partCount: 12 });
    await publish(id);
    expect(await answers()).toHaveLength(12);
    const version = await knowledgeVersion();
    await check(id);
    const again = site.asked.filter(({ path }) => path === "/" || path.startsWith("/p/"));
    expect(again.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 304));
    expect([await knowledgeVersion(), (await get(id)).state]).toEqual([version, "ready"]);
  });

  it("changes page by page: one that changed gets a version, a new one waits, one that went is said", async () => {
    await open({ ...shop(3), "/sitemap.xml": "" });
    site.pages["/sitemap.xml"] = sitemap(["/p/0", "/p/1", "/p/2"]);
    site.pages["/"] = webPage("首頁", "<p>歡迎光臨山茶行。</p>");
    const id = await add({ origin: "site", address: site.url });
    await runJobs();
    await publish(id);
    site.pages["/p/1"] = webPage("茶 1", "<p>漲價了。</p>");
    delete site.pages["/p/2"];
    site.pages["/p/new"] = webPage("新茶", "<p>剛到的新茶。</p>");
    site.pages["/sitemap.xml"] = sitemap(["/p/0", "/p/1", "/p/new"]);
    await check(id);
    const texts = (await answers()).map(({ name, number }) => [name, number]);
    expect(texts).toEqual([
      ["茶 0", 1],
      ["茶 1", 2],
      ["茶 2", 1],
      ["首頁", 1],
    ]);
    expect(await get(id)).toMatchObject({ state: "read", parts: [{ title: "新茶" }] });
    expect((await pagesOf(id)).find(({ path }) => path === "/p/2")).toMatchObject({
      state: "gone",
      documents: 1,
    });
    await publish(id);
    expect(await answers()).toHaveLength(5);
  });

  it("is found by links where it has no sitemap, as deep as is wanted, each page once", async () => {
    await open({
      "/": webPage("首頁", "<p>歡迎光臨山茶行。</p>", [
        "/a",
        "/a#x",
        "a?utm_source=mail",
        "https://other.test/",
        "/pic.jpg",
        "mailto:a@b.tw",
      ]),
      "/a": webPage("甲", "<p>甲的內容在這裡。</p>", ["/b", "/same", "/copy", "/moved"]),
      "/b": webPage("乙", "<p>乙的內容在這裡。</p>", ["/c"]),
      "/c": webPage("丙", "<p>丙的內容在這裡。</p>"),
      "/same": webPage("甲", "<p>甲的內容在這裡。</p>"),
      "/copy": webPage("乙複本", "<p>乙的內容在這裡，複本。</p>", [], '<link rel="canonical" href="/b">'),
      "/moved": { status: 301, headers: { location: "/b" } },
    });
    const id = await add({ origin: "site", address: site.url, depth: "2" });
    await runJobs();
    expect(await pathsOf(id)).toEqual(["/", "/a", "/b", "/copy", "/moved", "/same"]);
    const skipped = (await pagesOf(id)).filter(({ state }) => state === "skipped");
    expect(skipped.map(({ path, fault }) => [path, fault]).sort()).toEqual([
      ["/copy", "same_as"],
      ["/moved", "same_as"],
      ["/same", "same_as"],
    ]);
    expect((await get(id)).notes).toEqual([{ fault: "no_sitemap" }]);
    await publish(id);
    expect((await answers()).map(({ name }) => name)).toEqual(
      ["甲", "乙", "首頁"].sort((a, b) => (a < b ? -1 : 1)),
    );
  });

  it("without an end stops at its bound", async () => {
    await open({ "/robots.txt": "" });
    const calendar = site.pages;
    site.pages = new Proxy(calendar, {
      get: (known, key) => {
        const path = String(key);
        if (path in known || !path.startsWith("/cal"))
          return (
            known[path] ??
            (path === "/"
              ? webPage("行事曆", "<p>這裡是店家的行事曆。</p>", ["/cal/0", "/cal?m=0"])
              : undefined)
          );
        const number = Number(/\d+$/.exec(path)?.[0]) + 1;
        const next = path.includes("?") ? `/cal?m=${number}` : `/cal/${number}`;
        return webPage(path, `<p>${path} 這個月沒有活動可以參加。</p>`, [next, `${path}/a/b`]);
      },
    });
    const id = await add({ origin: "site", address: site.url, by: "links", depth: "5", most: "8" });
    await runJobs();
    expect(await pathsOf(id)).toHaveLength(8);
    expect((await get(id)).notes).toEqual([{ fault: "site_bound" }]);
  });

  it("leaves out a page that its owner leaves out, until it is chosen again", async () => {
    await open({ ...shop(2), "/": webPage("首頁", "<p>歡迎光臨山茶行。</p>") });
    site.pages["/sitemap.xml"] = sitemap(["/p/0", "/p/1"]);
    const id = await add({ origin: "site", address: site.url });
    await runJobs();
    const pageId = async (path: string) => (await pagesOf(id)).find((page) => page.path === path)?.id ?? "";
    await choosePage(owner, { botId, sourceId: id, pageId: await pageId("/p/0"), choice: "left" });
    await publish(id);
    expect((await answers()).map(({ name }) => name)).toEqual(["茶 1", "首頁"]);
    await choosePage(owner, { botId, sourceId: id, pageId: await pageId("/p/1"), choice: "left" });
    expect((await answers()).map(({ name }) => name)).toEqual(["首頁"]);
    await check(id);
    expect(site.asked.some(({ path }) => path.startsWith("/p/"))).toBe(false);
    for (const path of ["/p/0", "/p/1"])
      await choosePage(owner, { botId, sourceId: id, pageId: await pageId(path), choice: "open" });
    await runJobs();
    expect(await get(id)).toMatchObject({ state: "read", partCount: 2 });
    await publish(id);
    expect((await answers()).map(({ name }) => name)).toEqual(["茶 0", "茶 1", "首頁"]);
    // A document that was deleted by itself stays so, until its page is chosen.
    const [first] = await answers();
    await deleteDocument(owner, { botId, documentId: first?.id ?? "" });
    site.pages["/p/0"] = webPage("茶 0", "<p>新的價錢。</p>");
    await check(id);
    expect(await answers()).toHaveLength(2);
    await choosePage(owner, { botId, sourceId: id, pageId: await pageId("/p/0"), choice: "open" });
    await runJobs();
    await publish(id);
    expect(await answers()).toMatchObject([{ name: "茶 0", content: "# 茶 0\n\n新的價錢。" }, {}, {}]);
  });

  it("that is stopped in the middle goes on where it was, and asks for no page twice", async () => {
    await open({ ...shop(10), "/": webPage("首頁", "<p>歡迎光臨山茶行。</p>") });
    site.pages["/sitemap.xml"] = sitemap(Object.keys(site.pages).filter((one) => one.startsWith("/p/")));
    const id = await add({ origin: "site", address: site.url });
    const { fetch } = site;
    site.fetch = async (address, options) => {
      if (site.asked.length >= 8) throw new Error("killed");
      return fetch(address, options);
    };
    await runJobs();
    expect((await get(id)).state).toBe("reading");
    expect(await answers()).toEqual([]);
    site.fetch = fetch;
    const run = { signal: new AbortController().signal, attempt: 2, progress: async () => {} };
    await runFetch()(runners.ctx, { sourceId: id }, run);
    expect(await get(id)).toMatchObject({ state: "read", partCount: 11 });
    const asked = site.asked.map(({ path }) => path).filter((one) => one === "/" || one.startsWith("/p/"));
    // The page that was fetched and not yet read when it stopped comes once more.
    expect(asked.length - new Set(asked).size).toBeLessThanOrEqual(2);
    await publish(id);
    expect((await answers()).map(({ name }) => name).sort()).toEqual(
      ["首頁", ...Array.from({ length: 10 }, (_, at) => `茶 ${at}`)].sort(),
    );
  });
});
