import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { deleteDocument } from "@/lib/knowledge/documents/delete-document";
import {
  add,
  answers,
  botId,
  check,
  get,
  knowledgeVersion,
  open,
  owner,
  pagesOf,
  pathsOf,
  publish,
  runFetch,
  runJobs,
  runners,
  site,
  turns,
} from "@/test/web-knowledge";
import { webPage } from "@/test/web-site";
import { choosePage } from "./choose-page";
import { Frontier } from "./crawl/frontier";

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
    const pageId = skipped.find(({ path }) => path === "/copy")?.id ?? "";
    await choosePage(owner, { botId, sourceId: id, pageId, choice: "wanted" });
    await runJobs();
    expect(await get(id)).toMatchObject({ state: "read", partCount: 4 });
    await choosePage(owner, { botId, sourceId: id, pageId, choice: "left" });
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
      await choosePage(owner, { botId, sourceId: id, pageId: await pageId(path), choice: "wanted" });
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
    await choosePage(owner, { botId, sourceId: id, pageId: await pageId("/p/0"), choice: "wanted" });
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

  it("lets others have their turns while 50,000 addresses of a sitemap are looked through", async () => {
    await open({});
    const id = await add({ origin: "site", address: site.url, most: "4" });
    const { address, ...source } = await runners.ctx.db.source.findUniqueOrThrow({ where: { id } });
    const frontier = await Frontier.open(runners.ctx, { ...source, address: address ?? "" });
    // As a run begins; the one that was asked for may have done it already, or not.
    await frontier.addFirst(address ?? "");
    const named = Array.from({ length: 50_000 }, (_, at) => `https://other.example/${"a".repeat(300)}/${at}`);
    let turnsOfOthers = 0;
    const others = setInterval(() => turnsOfOthers++, 0);
    expect(await frontier.add(named, site.url, 1)).toBe(0);
    clearInterval(others);
    expect(turnsOfOthers).toBeGreaterThan(5);
    const own = ["/1", "/2", "/1", "/3", "/4"];
    expect(await Promise.all([frontier.add(own, site.url, 1), frontier.add(own, site.url, 1)])).toEqual([
      3, 0,
    ]);
    expect([await pathsOf(id), frontier.isFull]).toEqual([["/", "/1", "/2", "/3"], true]);
  });
});
