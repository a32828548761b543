import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createBot } from "@/lib/bots/create-bot";
import { Role } from "@/lib/db/generated/enums";
import type { ActorCtx } from "@/lib/identity/actor";
import { createTestActor } from "@/test/fixtures/test-actor";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { createDocument, createDocumentInput } from "./create-document";
import { listDocuments, listDocumentsInput } from "./list-documents";
import { requireDocument } from "./require-document";
import { updateDocumentInput } from "./update-document";
import { prepareVersion } from "./versions/prepare-version";
import { restoreDocumentVersionInput } from "./versions/restore-document-version";

let test: Awaited<ReturnType<typeof createTestDb>>;
let owner: ActorCtx;
let agent: ActorCtx;

beforeAll(async () => {
  test = await createTestDb();
  const ctx = createTestContext({ db: test.db });
  const actor = await createTestActor(test.db);
  owner = { ...ctx, actor };
  agent = { ...ctx, actor: await createTestActor(test.db, Role.agent, actor) };
});
afterAll(() => test.close());

const newBot = async () => (await createBot(owner, { name: "茶行" })).id;

describe("listDocuments", () => {
  it("finds by a part of the title, literally, and counts code points", async () => {
    const botId = await newBot();
    for (const title of ["運費", "Tea 100%_off", "退換貨"]) {
      await createDocument(owner, { botId, title, content: "𠮷😀字" });
    }
    const find = async (query: string) =>
      (await listDocuments(agent, listDocumentsInput.parse({ botId, q: query }))).documents.map(
        ({ title }) => title,
      );
    expect(await find("")).toEqual(["退換貨", "Tea 100%_off", "運費"]);
    expect(await find(" tea ")).toEqual(["Tea 100%_off"]);
    expect(await find("%_")).toEqual(["Tea 100%_off"]);
    expect(await find("%")).toEqual(["Tea 100%_off"]);
    expect(await find("_f")).toEqual([]);
    expect(await find("'; DROP TABLE bots; --\0")).toEqual([]);
    const { documents } = await listDocuments(agent, listDocumentsInput.parse({ botId, q: "運" }));
    expect(documents[0]).toMatchObject({ title: "運費", number: 1, characterCount: 3, passageCount: 1 });
    expect(documents[0]?.updatedAt).toBeInstanceOf(Date);
  });

  it("finds words of the texts too, folded, and shows the first place", async () => {
    const botId = await newBot();
    const add = (title: string, content: string) => createDocument(owner, { botId, title, content });
    await add("退換貨", `${"前言。".repeat(40)}要取消訂\n單，請在二十四小時內來信。`);
    await add("ＡＢＣ方案", "每月 Ｃafé 兩杯，(限店內) a.b");
    for (let at = 0; at < 60; at++) await add(`運費 ${at}`, `第 ${at} 區的運費是 ${at}0 元`);
    const find = async (query: string, page = 1) =>
      listDocuments(agent, listDocumentsInput.parse({ botId, q: query, page }));
    expect(await find("订单")).toMatchObject({
      documents: [{ title: "退換貨", place: { hit: "訂\n單", after: "，請在二十四小時內來信。" } }],
      matchCount: 1,
      totalCount: 62,
    });
    expect((await find("订单")).documents[0]?.place?.before).toHaveLength(16);
    expect((await find("abc")).documents).toMatchObject([{ title: "ＡＢＣ方案", place: null }]);
    expect((await find("cafe 兩")).documents[0]?.place?.hit).toBe("Ｃafé 兩");
    expect((await find("（限店內）")).documents[0]?.place?.hit).toBe("(限店內)");
    expect((await find("a.b")).matchCount).toBe(1);
    expect((await find("axb")).matchCount).toBe(0);
    const [first, last] = [await find("運費"), await find("運費", 3)];
    expect([first.documents.length, last.documents.length, last.matchCount]).toEqual([20, 20, 60]);
    expect(last.documents.at(-1)?.title).toBe("運費 0");
    // As after the last document of the last page was deleted.
    expect(await find("運費", 9)).toEqual({ ...last, page: 3 });
    expect(await find("", 9)).toMatchObject({ page: 2, documents: { length: 12 } });
    expect(await find("沒有這個", 9)).toMatchObject({ page: 1, documents: [] });
  });

  it.each(["0", "-1", "x", "", "1e99", undefined])("takes page %j for the first", (page) => {
    expect(listDocumentsInput.parse({ botId: "b", page }).page).toBe(1);
  });
});

describe("inputs", () => {
  it("clean what they take", () => {
    const input = createDocumentInput.parse({
      botId: "b",
      title: " 退\0貨\r\n ",
      content: "\ufeff一\r\n二\r三\ud800\0\n",
    });
    expect(input).toEqual({ botId: "b", title: "退貨", content: "一\n二\n三\ufffd" });
  });

  it.each([
    [{ title: "" }, "title:required"],
    [{ title: "\u200b" }, "title:required"],
    [{ title: "😀".repeat(121) }, "title:too_long:120:121"],
    [{ content: " \n\0" }, "content:required"],
    [{ content: "𠮷".repeat(200_001) }, "content:too_long:200000:200001"],
    [{ content: ["a"] }, "content:required"],
    [{ teamId: "x" }, ':Unrecognized key: "teamId"'],
  ])("refuse what does not fit", (change, fault) => {
    const valid = { botId: "b", title: "😀".repeat(120), content: "𠮷".repeat(200_000) };
    expect(createDocumentInput.safeParse(valid).success).toBe(true);
    const { error } = createDocumentInput.safeParse({ ...valid, ...change });
    expect(error?.issues.map((issue) => `${issue.path.join(".")}:${issue.message}`)).toEqual([fault]);
  });

  it.each([0, -1, 1.5, "", "1.5", null, Number.NaN, 2_147_483_648, "9007199254740991"])(
    "refuse %j as a version",
    (number) => {
      const ids = { botId: "b", documentId: "d" };
      const edit = { ...ids, title: "a", content: "b", baseVersion: number };
      expect(updateDocumentInput.safeParse(edit).success).toBe(false);
      const restored = { ...ids, number, baseVersion: 1 };
      expect(restoreDocumentVersionInput.safeParse(restored).success).toBe(false);
    },
  );
});

describe("prepareVersion", () => {
  it.each([
    ["one endless line", "茶".repeat(200_000)],
    ["lines without an end mark", "茶葉\n\n".repeat(50_000)],
    ["questions", "問:可以退貨嗎?\n答:可以。\n\n".repeat(11_000)],
    ["tiny questions", "問:茶\n答:a\n".repeat(25_000)],
    ["headings", "# 標題\n".repeat(40_000)],
    ["table", "| a | b |\n".repeat(20_000)],
    ["surrogate pairs", "😀".repeat(200_000)],
  ])("takes 200,000 characters of %s", async (_name, content) => {
    const { passages } = await prepareVersion("長", content);
    expect(passages.length).toBeGreaterThan(0);
    for (const { start, end } of passages) expect(content.slice(start, end).isWellFormed()).toBe(true);
  });

  it("is stored whole, however many passages it falls into", async () => {
    const botId = await newBot();
    const content = "問:茶\n答:a\n".repeat(25_000).trim();
    const { documentId } = await createDocument(owner, { botId, title: "長", content });
    const { passageCount } = await requireDocument(owner, { botId, documentId });
    expect(passageCount).toBe((await prepareVersion("長", content)).passages.length);
    expect(passageCount).toBeGreaterThan(3_000);
  });
});
