import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { deleteDocument } from "@/lib/knowledge/documents/delete-document";
import { getSource } from "@/lib/knowledge/sources/get-source";
import { listSources } from "@/lib/knowledge/sources/list-sources";
import { readAgain } from "@/lib/knowledge/sources/read-again";
import {
  add,
  answers,
  botId,
  check,
  get,
  knowledgeVersion,
  open,
  owner,
  publish,
  runJobs,
  runners,
  site,
  turns,
} from "@/test/web-knowledge";
import { type SitePage, webPage } from "@/test/web-site";
import { fetchDueSources } from "./fetch-due-sources";
import { removeAddress } from "./remove-address";
import { setSchedule } from "./set-schedule";

describe("a page", { timeout: 240_000 }, () => {
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
