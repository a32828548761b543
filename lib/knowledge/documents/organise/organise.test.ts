import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createBot } from "@/lib/bots/create-bot";
import type { Ctx } from "@/lib/context";
import { Role } from "@/lib/db/generated/enums";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx } from "@/lib/identity/actor";
import { createDocument } from "@/lib/knowledge/documents/create-document";
import { listDocuments, listDocumentsInput } from "@/lib/knowledge/documents/list-documents";
import { listPairDocuments } from "@/lib/knowledge/documents/list-pair-documents";
import { requireDocument } from "@/lib/knowledge/documents/require-document";
import { searchBot } from "@/lib/knowledge/search/search-bot";
import { createTestActor } from "@/test/fixtures/test-actor";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { type ChangeDocumentsInput, changeDocuments, changeDocumentsInput } from "./change-documents";
import { readDocumentQuery, writeDocumentQuery } from "./document-query";
import { listDocumentTags } from "./list-document-tags";

let test: Awaited<ReturnType<typeof createTestDb>>;
let ctx: Ctx;
let owner: ActorCtx;
let agent: ActorCtx;
let stranger: ActorCtx;

beforeAll(async () => {
  test = await createTestDb();
  ctx = createTestContext({ db: test.db });
  const actor = await createTestActor(test.db);
  owner = { ...ctx, actor };
  agent = { ...ctx, actor: await createTestActor(test.db, Role.agent, actor) };
  stranger = { ...ctx, actor: await createTestActor(test.db) };
});
afterAll(() => test.close());

const newBot = async () => (await createBot(owner, { name: "茶行" })).id;
const newDocument = async (botId: string, title: string, content = `${title}的內容`) =>
  (await createDocument(owner, { botId, title, content })).documentId;
const change = (by: ActorCtx, input: Partial<ChangeDocumentsInput> & { botId: string }) =>
  changeDocuments(by, { documentIds: [], change: "off", ...input });
const titles = async (botId: string, query: Record<string, string> = {}) =>
  (await listDocuments(agent, listDocumentsInput.parse({ botId, ...query }))).documents.map(
    ({ title }) => title,
  );

/** As visitors' questions find it. */
async function finds(botId: string, question: string): Promise<string[]> {
  const bot = await test.db.bot.findUniqueOrThrow({ where: { id: botId } });
  return (await searchBot(ctx, bot, question)).passages.map(({ title }) => title);
}

describe("a document that is off", () => {
  it("answers nothing, keeps its place, and answers again when it is on", async () => {
    const botId = await newBot();
    const id = await newDocument(botId, "離島運費", "離島運費一百二十元。");
    await newDocument(botId, "保固", "保固十八個月。");
    expect(await finds(botId, "離島運費多少")).toContain("離島運費");
    expect(await change(owner, { botId, documentIds: [id] })).toEqual({ changed: [id] });
    expect(await finds(botId, "離島運費多少")).not.toContain("離島運費");
    expect(await finds(botId, "保固多久")).toContain("保固");
    expect(await requireDocument(owner, { botId, documentId: id })).toMatchObject({ isOff: true, number: 1 });
    // Once more it changes nothing.
    expect(await change(owner, { botId, documentIds: [id] })).toEqual({ changed: [] });
    expect(await change(owner, { botId, documentIds: [id], change: "on" })).toEqual({ changed: [id] });
    expect(await finds(botId, "離島運費多少")).toContain("離島運費");
  });

  it("is offered no more for answers from chats", async () => {
    const botId = await newBot();
    const id = await newDocument(botId, "客服答過的");
    await test.db.document.update({ where: { id }, data: { sourceKind: "answers" } });
    expect(await listPairDocuments(owner, botId)).toHaveLength(1);
    await change(owner, { botId, documentIds: [id] });
    expect(await listPairDocuments(owner, botId)).toEqual([]);
  });
});

describe("the list", () => {
  it("filters by tag, kind and state, sorts by title with numbers and by quotes, and counts them", async () => {
    const botId = await newBot();
    const tenth = await newDocument(botId, "第 10 章");
    const second = await newDocument(botId, "第 2 章");
    const file = await newDocument(botId, "型錄");
    await test.db.document.update({ where: { id: file }, data: { sourceKind: "file" } });
    await change(owner, { botId, documentIds: [tenth, file], change: "tag", tag: "門市" });
    await change(owner, { botId, documentIds: [second] });
    const versions = await test.db.documentVersion.findMany({ where: { documentId: tenth } });
    const { teamId } = owner.actor;
    for (const [ordinal, count] of [4, 3].entries())
      await test.db.passageQuote.create({
        data: {
          ...{ teamId, versionId: versions[0]?.id ?? "", ordinal, count },
          ...{ lastAt: new Date(), lastConversationId: uuidv7() },
        },
      });
    expect(await titles(botId)).toEqual(["型錄", "第 2 章", "第 10 章"]);
    // By strokes.
    expect(await titles(botId, { sort: "title" })).toEqual(["型錄", "第 2 章", "第 10 章"]);
    expect(await titles(botId, { sort: "quoted" })).toEqual(["第 10 章", "型錄", "第 2 章"]);
    expect(await titles(botId, { tag: "門市" })).toEqual(["型錄", "第 10 章"]);
    expect(await titles(botId, { tag: "門市", kind: "file" })).toEqual(["型錄"]);
    expect(await titles(botId, { state: "off" })).toEqual(["第 2 章"]);
    expect(await titles(botId, { state: "unquoted" })).toEqual(["型錄"]);
    expect(await titles(botId, { q: "章", state: "on" })).toEqual(["第 10 章"]);
    expect(await titles(botId, { q: "章", sort: "title" })).toEqual(["第 2 章", "第 10 章"]);
    expect(await titles(botId, { tag: "'; DROP TABLE documents; --" })).toEqual([]);
    const all = await listDocuments(agent, listDocumentsInput.parse({ botId }));
    expect(all).toMatchObject({ totalCount: 3, offCount: 1, tags: ["門市"] });
    expect(all.documents.map(({ quoteCount, isOff }) => [quoteCount, isOff])).toEqual([
      [0, false],
      [0, true],
      [7, false],
    ]);
  });
});

describe("changeDocuments", () => {
  it("does it to all that an address wants, and only to those", async () => {
    const botId = await newBot();
    for (const title of ["運費一", "運費二", "退貨"]) await newDocument(botId, title);
    const { changed } = await change(owner, { botId, matching: "q=運費", change: "delete" });
    expect(changed).toHaveLength(2);
    expect(await titles(botId)).toEqual(["退貨"]);
    await change(owner, { botId, documentIds: changed, change: "restore" });
    expect(await titles(botId, { sort: "title" })).toHaveLength(3);
    expect((await change(owner, { botId, matching: "" })).changed).toHaveLength(3);
    const audits = await test.db.auditEntry.findMany({
      where: { teamId: owner.actor.teamId, action: "documents.delete" },
    });
    expect(audits).toMatchObject([{ detail: { botId, documentIds: expect.arrayContaining(changed) } }]);
  });

  it("spells a tag as the bot has it, and takes it off by its spelling", async () => {
    const botId = await newBot();
    const [first, other] = [await newDocument(botId, "甲"), await newDocument(botId, "乙")];
    await change(owner, { botId, documentIds: [first], change: "tag", tag: "VIP 臺灣" });
    await change(owner, { botId, documentIds: [first, other], change: "tag", tag: "ｖｉｐ 台湾" });
    expect(await listDocumentTags(agent, { botId })).toEqual(["VIP 臺灣"]);
    expect((await requireDocument(owner, { botId, documentId: other })).tags).toEqual(["VIP 臺灣"]);
    await change(owner, { botId, documentIds: [first, other], change: "untag", tag: "VIP 臺灣" });
    expect(await listDocumentTags(agent, { botId })).toEqual([]);
  });

  it("keeps to its limits, and then changes nothing", async () => {
    const botId = await newBot();
    const [full, other] = [await newDocument(botId, "滿"), await newDocument(botId, "空")];
    const twenty = Array.from({ length: 20 }, (_, at) => `標籤${at}`);
    await test.db.document.update({ where: { id: full }, data: { tags: twenty } });
    const both = { botId, documentIds: [full, other], change: "tag" as const, tag: "多一個" };
    await expect(change(owner, both)).rejects.toMatchObject({ reason: "too_many_document_tags" });
    expect((await requireDocument(owner, { botId, documentId: other })).tags).toEqual([]);
    const many = Array.from({ length: 180 }, (_, at) => `更多${at}`);
    await test.db.document.update({ where: { id: other }, data: { tags: many } });
    const third = await newDocument(botId, "三");
    const one = { botId, documentIds: [third], change: "tag" as const };
    await expect(change(owner, { ...one, tag: "第二百零一" })).rejects.toMatchObject({
      reason: "too_many_bot_tags",
    });
    await change(owner, { ...one, tag: "標籤3" });
    await expect(change(owner, one)).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("is refused to who may not, and finds nothing of another team", async () => {
    const botId = await newBot();
    const documentIds = [await newDocument(botId, "甲")];
    const theirs = (await createBot(stranger, { name: "別家" })).id;
    for (const what of ["tag", "untag", "on", "off", "delete", "restore"] as const) {
      const input = { botId, documentIds, change: what, tag: "x" };
      await expect(change(agent, input)).rejects.toMatchObject({ code: "forbidden" });
      await expect(change(stranger, input)).rejects.toMatchObject({ code: "not_found" });
      await expect(change(stranger, { ...input, botId: theirs })).rejects.toMatchObject({
        code: "not_found",
      });
    }
    expect(await titles(botId)).toEqual(["甲"]);
  });

  const tooMany = Array.from({ length: 2_001 }, () => uuidv7()).join(",");
  it.each([["x"], [`${uuidv7()},'`], [tooMany]])("takes no odd ids: %.60j", (documentIds) => {
    expect(changeDocumentsInput.safeParse({ botId: "b", change: "off", documentIds }).success).toBe(false);
  });
});

describe("an address", () => {
  it("says what is wanted, and odd values say nothing", () => {
    const read = (address: string) => readDocumentQuery((name) => new URLSearchParams(address).get(name));
    const address = "q=%E9%81%8B%E8%B2%BB&tag=%E9%96%80%E5%B8%82&kind=file&state=off&sort=title";
    expect(writeDocumentQuery(read(address))).toBe(address);
    expect(writeDocumentQuery(read(address), 3)).toBe(`${address}&page=3`);
    expect(writeDocumentQuery(read("kind=x&state=constructor&sort=changed&tag=a%00b&page=2"))).toBe("");
  });
});
