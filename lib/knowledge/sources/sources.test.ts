import iconv from "iconv-lite";
import { beforeEach, describe, expect, it } from "vitest";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx } from "@/lib/identity/actor";
import { deleteDocument } from "@/lib/knowledge/documents/delete-document";
import { listDocuments, listDocumentsInput } from "@/lib/knowledge/documents/list-documents";
import { purgeDocument } from "@/lib/knowledge/documents/purge-document";
import { restoreDocument } from "@/lib/knowledge/documents/restore-document";
import { updateDocument } from "@/lib/knowledge/documents/update-document";
import { listPassages } from "@/lib/knowledge/passages/list-passages";
import { xlsxFile } from "@/test/files/office-files";
import { pdfFile } from "@/test/files/pdf-file";
import { zipFile } from "@/test/files/zip-file";
import { createTestAccount, signInTestAccount } from "@/test/fixtures/test-account";
import { createTestSources } from "@/test/fixtures/test-sources";
import { addSource } from "./add-source";
import { getSource } from "./get-source";
import { listSources } from "./list-sources";
import { publishSource } from "./publish-source";
import { publishSources } from "./publish-sources";
import { purgeSources } from "./purge-sources";
import { readAgain } from "./read-again";
import { removeSource } from "./remove-source";
import { retrySources } from "./retry-sources";
import { addSourceInput } from "./source-input";
import { wantPart } from "./want-part";

const { add, get, runJobs, place, ctx, bot } = createTestSources();
let owner: ActorCtx;
let botId: string;
beforeEach(() => {
  ({ owner, botId } = bot());
});
const titles = async () =>
  (await listDocuments(owner, listDocumentsInput.parse({ botId }))).documents
    .map(({ title }) => title)
    .sort();

describe("a file", { timeout: 240_000 }, () => {
  it("is read, looked at, published, and answers as documents", async () => {
    const text = await add("C:\\桌面\\退貨.txt", "七天內可以退貨。");
    const cell = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const sheet = await add(
      "價目.xlsx",
      xlsxFile(
        `<row r="1">${cell("A1", "品名")}${cell("B1", "價格")}</row><row r="2">${cell("A2", "茶")}${cell("B2", "60")}</row>`,
      ),
    );
    expect((await listSources(owner, { botId })).map(({ name }) => name)).toEqual(["價目.xlsx", "退貨.txt"]);
    await runJobs();
    expect(await get(text)).toMatchObject({
      ...{ name: "退貨.txt", state: "read", type: "text", fault: null },
      parts: [{ title: "退貨", text: "七天內可以退貨。", isCut: false }],
    });
    expect(await titles()).toEqual([]);
    expect(await publishSources(owner, { botId })).toBe(2);
    await runJobs();
    expect(await get(sheet)).toMatchObject({ state: "ready", parts: [], documents: [{ title: "價目" }] });
    expect(await titles()).toEqual(["價目", "退貨"].sort());
    expect(await listSources(owner, { botId })).toEqual([]);
  });

  it("with pages knows where each passage stands, until its text is edited", async () => {
    const page = (...texts: string[]) => texts.map((text, at) => ({ x: 72, y: 700 - at * 24, text }));
    const pages = [page("保固期間是十八個月。"), page("離島運費一百二十元。"), page("營業到晚上九點。")];
    const id = await add("手冊.pdf", pdfFile(pages));
    await runJobs();
    await publishSource(owner, { botId, sourceId: id });
    await runJobs();
    const [document] = (await listDocuments(owner, listDocumentsInput.parse({ botId }))).documents;
    if (!document) throw new Error("nothing was published");
    const input = { botId, documentId: document.id, query: "", page: undefined, at: undefined };
    const list = await listPassages(owner, input);
    expect(list).toMatchObject({ number: 1, from: { sourceId: id, name: "手冊.pdf", isFromWeb: false } });
    const found = list?.passages.map(({ pieces, pages: on }) => [
      pieces.map(({ text }) => text).join(""),
      on,
    ]);
    for (const [text, on] of found ?? []) {
      const first = pages.findIndex(([line]) => String(text).includes(line?.text ?? ""));
      const last = pages.findLastIndex(([line]) => String(text).includes(line?.text ?? ""));
      expect([text, on]).toEqual([text, { first: first + 1, last: last + 1 }]);
    }
    expect(found?.map(([text]) => text).join("")).toContain("營業到晚上九點。");
    await updateDocument(owner, {
      ...{ botId, documentId: document.id, title: "手冊", content: "保固期間是二十個月。", baseVersion: 1 },
    });
    expect(await listPassages(owner, input)).toMatchObject({ number: 2, passages: [{ pages: null }] });
  });

  it("gives each of an archive's files a document, and says what it left out", async () => {
    const id = await add(
      "all.zip",
      zipFile([
        { name: "運費.txt", content: "滿千免運。" },
        { name: "營業時間.md", content: "# 時間\n\n九點開門。" },
        { name: "圖.png", content: Buffer.from("89504e470d0a1a0a0000", "hex") },
      ]),
    );
    await runJobs();
    expect(await get(id)).toMatchObject({ partCount: 2, notes: [{ fault: "picture", entry: "圖.png" }] });
    await publishSource(owner, { botId, sourceId: id });
    await runJobs();
    expect(await titles()).toEqual(["營業時間", "運費"].sort());
  });

  it("that can't be read says why, and can be removed", async () => {
    const id = await add("a.pdf", "<!doctype html><html><body>請登入</body></html>");
    const empty = await add("b.pdf", "");
    await runJobs();
    expect(await get(id)).toMatchObject({ state: "failed", fault: "not_its_name", parts: [] });
    expect(await get(empty)).toMatchObject({ state: "failed", fault: "empty" });
    await removeSource(owner, place().store, { botId, sourceId: id });
    expect(await getSource(owner, { botId, sourceId: id })).toBeNull();
    expect(await ctx().db.storedFile.count({ where: { botId } })).toBe(1);
    expect(await ctx().db.fileLeftover.count()).toBe(0);
  });

  it("is read again in the encoding that somebody says", async () => {
    const id = await add("a.txt", iconv.encode("退貨", "gb18030"));
    await runJobs();
    await readAgain(owner, { botId, sourceId: id, encoding: "gb18030" });
    await runJobs();
    expect(await get(id)).toMatchObject({ encoding: "gb18030", parts: [{ text: "退貨" }] });
  });

  it("is tried again with all that failed, those that did not fail stay as they are", async () => {
    const [bad, worse] = [await add("a.png", "x"), await add("b.pdf", "%PDF-1.7\nnothing of a PDF")];
    const good = await add("c.txt", "退貨");
    await runJobs();
    const rounds = async () =>
      Promise.all([bad, worse, good].map(async (id) => ctx().db.source.findUniqueOrThrow({ where: { id } })));
    const before = await rounds();
    expect(await retrySources(owner, { botId })).toBe(
      before.filter(({ state }) => state === "failed").length,
    );
    expect((await rounds()).map(({ round }, at) => round - (before[at]?.round ?? 0))).toEqual(
      before.map(({ state }) => (state === "failed" ? 1 : 0)),
    );
    expect(before.map(({ state }) => state)).toContain("failed");
    await runJobs();
    expect((await get(worse)).state).toBe("failed");
  });

  it("that was removed while it waits or is read leaves nothing", async () => {
    const id = await add("a.txt", "退貨");
    await removeSource(owner, place().store, { botId, sourceId: id });
    await runJobs();
    expect(await ctx().db.sourcePart.count({ where: { sourceId: id } })).toBe(0);
  });

  it("is cut into documents that are not too long, tables with their heads", async () => {
    const rows = Array.from({ length: 30_000 }, (_, at) => `${at},品項 ${at} 號`).join("\n");
    const id = await add("大表.csv", `編號,品名\n${rows}`);
    await runJobs();
    const { parts } = await get(id);
    expect(parts.map(({ title }) => title)).toEqual(
      parts.map((_, at) => `大表（${at + 1}/${parts.length}）`),
    );
    expect(parts.length).toBeGreaterThan(1);
    for (const { text, characterCount } of parts) {
      expect(text.startsWith("| 編號 | 品名 |\n| --- | --- |\n| ")).toBe(true);
      expect(characterCount).toBeLessThanOrEqual(200_000);
    }
    await publishSource(owner, { botId, sourceId: id });
    await runJobs();
    expect(await titles()).toHaveLength(parts.length);
  });

  it("goes with its last document", async () => {
    const id = await add("a.txt", "退貨");
    await runJobs();
    await publishSource(owner, { botId, sourceId: id });
    await runJobs();
    await purgeSources(ctx(), 10);
    expect(await get(id)).toMatchObject({ state: "ready" });
    await ctx().db.document.deleteMany({ where: { botId } });
    await purgeSources(ctx(), 10);
    expect(await getSource(owner, { botId, sourceId: id })).toBeNull();
  });

  it("that changed takes the place of its earlier state when it is published, not before", async () => {
    const zip = (texts: Record<string, string>) =>
      zipFile(Object.entries(texts).map(([name, content]) => ({ name, content })));
    const first = await add("all.zip", zip({ "運費.txt": "運費 80 元。", "舊事.txt": "不再有的事。" }));
    await runJobs();
    await publishSource(owner, { botId, sourceId: first });
    await runJobs();
    const documents = async () =>
      owner.db.document.findMany({
        where: { botId, deletedAt: null },
        select: { id: true, publishedVersion: { select: { content: true, number: true } } },
        orderBy: { name: "asc" },
      });
    const shipping = (await documents()).find((one) => one.publishedVersion?.content === "運費 80 元。");
    const second = await add(
      "all-2.zip",
      zip({ "運費.txt": "運費 100 元。", "新事.txt": "剛有的事。" }),
      first,
    );
    await runJobs();
    expect(await get(second)).toMatchObject({ state: "read", replaces: { id: first, name: "all.zip" } });
    expect((await documents()).map((one) => one.publishedVersion?.number)).toEqual([1, 1]);
    await publishSource(owner, { botId, sourceId: second });
    await runJobs();
    const after = await documents();
    expect(after.map((one) => one.publishedVersion?.content).sort()).toEqual(["剛有的事。", "運費 100 元。"]);
    expect(after).toContainEqual({
      id: shipping?.id,
      publishedVersion: { content: "運費 100 元。", number: 2 },
    });
    expect((await get(second)).documents).toHaveLength(2);
    expect((await get(first)).documents).toHaveLength(0);
    await purgeSources(ctx(), 10);
    expect(await get(first)).toMatchObject({ state: "ready" });
    await expect(add("x.txt", "x", uuidv7())).rejects.toMatchObject({ code: "not_found" });
  });

  it("that changed brings back no document that was deleted, unless it is wanted", async () => {
    const zip = (edition: string) =>
      zipFile(["甲", "乙", "丙"].map((name) => ({ name: `${name}.txt`, content: `${name}${edition}。` })));
    const publish = async (sourceId: string) => {
      await publishSource(owner, { botId, sourceId });
      await runJobs();
    };
    const documentId = async (name: string) =>
      (await ctx().db.document.findFirstOrThrow({ where: { botId, name } })).id;
    const first = await add("all.zip", zip("一"));
    await runJobs();
    await publish(first);
    await deleteDocument(owner, { botId, documentId: await documentId("甲") });
    await deleteDocument(owner, { botId, documentId: await documentId("乙") });
    await purgeDocument(owner, { botId, documentId: await documentId("乙") });
    const second = await add("all-2.zip", zip("二"), first);
    await runJobs();
    const leftOut = (await get(second)).parts.map(({ title, isLeftOut }) => [title, isLeftOut]);
    expect(Object.fromEntries(leftOut)).toEqual({ 甲: true, 乙: true, 丙: false });
    await publish(second);
    expect(await titles()).toEqual(["丙"]);
    // From the bin it comes back as it is now.
    await restoreDocument(owner, { botId, documentId: await documentId("甲") });
    const restored = await ctx().db.document.findFirstOrThrow({
      where: { botId, name: "甲" },
      include: { publishedVersion: true },
    });
    expect(restored.publishedVersion?.content).toBe("甲二。");
    const third = await add("all-3.zip", zip("三"), second);
    await runJobs();
    const part = (await get(third)).parts.find(({ isLeftOut }) => isLeftOut);
    expect(part?.title).toBe("乙");
    await wantPart(owner, { botId, sourceId: third, ordinal: part?.ordinal ?? -1 });
    await publish(third);
    expect(await titles()).toEqual(["甲", "乙", "丙"].sort());
  });

  it("that is published twice at once makes its documents once", async () => {
    const id = await add("a.txt", "退貨");
    await runJobs();
    await Promise.all([1, 2, 3].map(() => publishSource(owner, { botId, sourceId: id })));
    await runJobs();
    expect(await titles()).toEqual(["a"]);
  });
});

describe("others", { timeout: 240_000 }, () => {
  it("can't see or change a team's files", async () => {
    const sourceId = await add("a.txt", "退貨");
    const other = await signInTestAccount(ctx(), await createTestAccount(ctx()));
    const file = { botId, sourceId };
    expect(await getSource(other, file)).toBeNull();
    for (const work of [
      () => listSources(other, { botId }),
      () => publishSource(other, file),
      () => readAgain(other, file),
      () => removeSource(other, place().store, file),
      () => publishSources(other, { botId }),
      () => retrySources(other, { botId }),
    ])
      await expect(work()).rejects.toMatchObject({ code: "not_found" });
    const agent = { ...owner, actor: { ...owner.actor, role: "agent" as const } };
    for (const work of [
      () => publishSource(agent, file),
      () => readAgain(agent, file),
      () => removeSource(agent, place().store, file),
    ])
      await expect(work()).rejects.toMatchObject({ code: "forbidden" });
  });

  it("names without a path and bytes without an end are refused", async () => {
    expect(addSourceInput.safeParse({ botId, name: "../.." }).data?.name).toBe("..");
    expect(addSourceInput.safeParse({ botId, name: "a/" }).success).toBe(false);
    async function* endless() {
      for (;;) yield Buffer.alloc(10 * 1024 * 1024);
    }
    const input = addSourceInput.parse({ botId, name: "a.txt" });
    await expect(addSource(owner, place(), input, endless())).rejects.toMatchObject({
      reason: "file_too_large",
    });
    expect(await listSources(owner, { botId })).toEqual([]);
  });
});
