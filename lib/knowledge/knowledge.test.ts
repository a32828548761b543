import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createBot } from "@/lib/bots/create-bot";
import { deleteBot } from "@/lib/bots/delete-bot";
import { requireBot } from "@/lib/bots/require-bot";
import { getBotByToken } from "@/lib/bots/token/get-bot-by-token";
import { Role } from "@/lib/db/generated/enums";
import { uuidv7 } from "@/lib/db/uuidv7";
import { type ActorCtx, systemOf } from "@/lib/identity/actor";
import { createTestActor } from "@/test/fixtures/test-actor";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { createDocument } from "./documents/create-document";
import { deleteDocument } from "./documents/delete-document";
import { documentLimits } from "./documents/document-limits";
import { getDocument } from "./documents/get-document";
import { listDocuments, listDocumentsInput } from "./documents/list-documents";
import { requireDocument } from "./documents/require-document";
import { restoreDocument } from "./documents/restore-document";
import { updateDocument } from "./documents/update-document";
import { listDocumentVersions } from "./documents/versions/list-document-versions";
import { prepareVersion } from "./documents/versions/prepare-version";
import { restoreDocumentVersion } from "./documents/versions/restore-document-version";
import { readSegments } from "./search/read-segments";
import { searchBot } from "./search/search-bot";

const returns = {
  title: "退換貨",
  content: "收到商品七天內可以退貨,運費由本店負擔。\n\n食品拆封後不能退貨。",
};

let test: Awaited<ReturnType<typeof createTestDb>>;
let owner: ActorCtx;
let editor: ActorCtx;
let agent: ActorCtx;
let stranger: ActorCtx;

beforeAll(async () => {
  test = await createTestDb();
});
beforeEach(async () => {
  const ctx = createTestContext({ db: test.db });
  const actor = await createTestActor(test.db);
  owner = { ...ctx, actor };
  editor = { ...ctx, actor: await createTestActor(test.db, Role.editor, actor) };
  agent = { ...ctx, actor: await createTestActor(test.db, Role.agent, actor) };
  stranger = { ...ctx, actor: await createTestActor(test.db) };
});
afterAll(() => test.close());

const newBot = async (ctx = owner) => (await createBot(ctx, { name: "茶行" })).id;
const search = async (botId: string, question: string, ctx = owner) =>
  searchBot(ctx, await requireBot(ctx, botId), question);
const ask = async (botId: string, question: string, ctx = owner) =>
  (await search(botId, question, ctx)).passages.map(({ text, start, end }) => text.slice(start, end));

describe("documents", () => {
  it("answer from the moment they are saved, edited, deleted and restored", async () => {
    const botId = await newBot();
    expect(await ask(botId, "可以退貨嗎?")).toEqual([]);
    const { documentId } = await createDocument(editor, { botId, ...returns });
    expect((await ask(botId, "可以退貨嗎?"))[0]).toContain("七天內可以退貨");
    await updateDocument(editor, {
      botId,
      documentId,
      title: "退換貨",
      content: "十天內可以退貨。",
      baseVersion: 1,
    });
    expect(await ask(botId, "可以退貨嗎?")).toEqual(["十天內可以退貨。"]);
    await deleteDocument(editor, { botId, documentId });
    expect(await ask(botId, "可以退貨嗎?")).toEqual([]);
    await restoreDocument(editor, { botId, documentId });
    expect(await ask(botId, "可以退貨嗎?")).toEqual(["十天內可以退貨。"]);
  });

  it("step the bot's knowledge version with each change and note it", async () => {
    const botId = await newBot();
    const { documentId } = await createDocument(owner, { botId, ...returns });
    await updateDocument(owner, { botId, documentId, title: "退貨", content: "不行", baseVersion: 1 });
    await deleteDocument(owner, { botId, documentId });
    await restoreDocument(owner, { botId, documentId });
    const bot = await requireBot(owner, botId);
    expect(bot.knowledgeVersion).toBe(4);
    expect(await getBotByToken(owner, bot.widgetToken)).toMatchObject({ knowledgeVersion: 4 });
    const entries = await test.db.auditEntry.findMany({
      where: { targetId: documentId },
      orderBy: { id: "asc" },
    });
    expect(entries.map(({ action }) => action)).toEqual([
      "document.create",
      "document.update",
      "document.delete",
      "document.restore",
    ]);
  });

  it("that nobody wrote are the app's own, and are noted as its", async () => {
    const botId = await newBot();
    const { teamId } = owner.actor;
    const { documentId } = await createDocument({ ...owner, actor: systemOf(teamId) }, { botId, ...returns });
    expect(await listDocumentVersions(owner, { botId, documentId })).toMatchObject([{ authorName: "Dawen" }]);
    const entry = await test.db.auditEntry.findFirstOrThrow({ where: { targetId: documentId } });
    expect(entry).toMatchObject({ teamId, actorKind: "system", actorId: null, actorName: "Dawen" });
    await expect(
      createDocument({ ...owner, actor: systemOf(stranger.actor.teamId) }, { botId, ...returns }),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("keep every passage a literal span of the text", async () => {
    const botId = await newBot();
    const { documentId } = await createDocument(owner, { botId, ...returns });
    expect(await requireDocument(agent, { botId, documentId })).toMatchObject({
      ...returns,
      id: documentId,
      botId,
      number: 1,
      characterCount: [...returns.content].length,
      authorName: owner.actor.userName,
    });
    const passages = await test.db.passage.findMany({ where: { version: { documentId } } });
    expect(passages.length).toBeGreaterThan(0);
    const { passages: found } = await search(botId, "退貨");
    expect(found.length).toBeGreaterThan(0);
    for (const passage of found) {
      expect(passage).toMatchObject({ documentId, title: returns.title, text: returns.content });
      expect(returns.content).toContain(passage.text.slice(passage.start, passage.end));
    }
  });

  it("make no version of the same text", async () => {
    const botId = await newBot();
    const { documentId } = await createDocument(owner, { botId, ...returns });
    expect(await updateDocument(owner, { botId, documentId, ...returns, baseVersion: 1 })).toMatchObject({
      number: 1,
    });
    expect((await requireBot(owner, botId)).knowledgeVersion).toBe(1);
  });

  it("lose nothing when two people edit at once", async () => {
    const botId = await newBot();
    const { documentId } = await createDocument(owner, { botId, ...returns });
    const edits = await Promise.allSettled(
      ["甲", "乙", "丙"].map((content) =>
        updateDocument(editor, { botId, documentId, title: "退換貨", content, baseVersion: 1 }),
      ),
    );
    expect(edits.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const edit of edits) {
      if (edit.status === "rejected") {
        expect(edit.reason).toMatchObject({ code: "conflict", reason: "edited_elsewhere" });
      }
    }
    expect(await requireDocument(owner, { botId, documentId })).toMatchObject({ number: 2 });
    expect(await listDocumentVersions(owner, { botId, documentId })).toHaveLength(2);
    expect((await requireBot(owner, botId)).knowledgeVersion).toBe(2);
  });

  it("bring an old version back as a new one", async () => {
    const botId = await newBot();
    const { documentId } = await createDocument(owner, { botId, ...returns });
    await updateDocument(owner, { botId, documentId, title: "錯", content: "寫錯了", baseVersion: 1 });
    await restoreDocumentVersion(owner, { botId, documentId, number: 1, baseVersion: 2 });
    expect(await requireDocument(owner, { botId, documentId })).toMatchObject({ ...returns, number: 3 });
    expect((await listDocumentVersions(agent, { botId, documentId })).map(({ number }) => number)).toEqual([
      3, 2, 1,
    ]);
    await expect(
      restoreDocumentVersion(owner, { botId, documentId, number: 9, baseVersion: 3 }),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("stop at the bot's limit, restored ones too", async () => {
    const botId = await newBot();
    const { documentId } = await createDocument(owner, { botId, ...returns });
    await deleteDocument(owner, { botId, documentId });
    const { teamId } = owner.actor;
    const row = () => ({ id: uuidv7(), teamId, botId, name: "另一份" });
    await test.db.document.createMany({
      data: Array.from({ length: documentLimits.documentsInBot - 1 }, row),
    });
    await createDocument(owner, { botId, ...returns });
    const full = { code: "limit_exceeded", reason: "too_many_documents" };
    await expect(createDocument(owner, { botId, ...returns })).rejects.toMatchObject(full);
    await expect(restoreDocument(owner, { botId, documentId })).rejects.toMatchObject(full);
  });
});

describe("who may", () => {
  type Ids = { botId: string; documentId: string };
  const readers = ["owner", "editor", "agent"] as const;
  const writers = ["owner", "editor"] as const;
  const text = { title: "新", content: "新的" };
  const verbs: [string, (ctx: ActorCtx, ids: Ids) => Promise<unknown>, readonly (keyof typeof Role)[]][] = [
    ["createDocument", (ctx, { botId }) => createDocument(ctx, { botId, ...text }), writers],
    ["listDocuments", (ctx, { botId }) => listDocuments(ctx, listDocumentsInput.parse({ botId })), readers],
    ["requireDocument", requireDocument, readers],
    ["listDocumentVersions", listDocumentVersions, readers],
    ["updateDocument", (ctx, ids) => updateDocument(ctx, { ...ids, ...text, baseVersion: 1 }), writers],
    ["deleteDocument", deleteDocument, writers],
    [
      "restoreDocumentVersion",
      (ctx, ids) => restoreDocumentVersion(ctx, { ...ids, number: 1, baseVersion: 1 }),
      writers,
    ],
    [
      "restoreDocument",
      async (ctx, ids) => {
        await deleteDocument(owner, ids).catch(() => {});
        await restoreDocument(ctx, ids);
      },
      writers,
    ],
  ];
  const make = async () => {
    const botId = await newBot();
    return { botId, documentId: (await createDocument(owner, { botId, ...returns })).documentId };
  };

  it.each(verbs)("%s by role", async (name, verb, allowed) => {
    for (const role of readers) {
      const ids = await make();
      const call = verb({ owner, editor, agent }[role], ids);
      if (allowed.includes(role)) {
        await call;
      } else {
        await expect(call).rejects.toMatchObject({ code: "forbidden" });
        if (name !== "restoreDocument")
          expect(await getDocument(owner, ids)).toMatchObject({ ...returns, number: 1 });
      }
    }
  });

  it.each(verbs)("%s finds nothing of another team, by odd ids or of a deleted bot", async (_name, verb) => {
    const ids = await make();
    await expect(verb(stranger, ids)).rejects.toMatchObject({ code: "not_found" });
    for (const odd of ["", "x", uuidv7(), "\0", "' OR true --"]) {
      await expect(verb(owner, { botId: odd, documentId: odd })).rejects.toMatchObject({ code: "not_found" });
    }
    await deleteBot(owner, { botId: ids.botId, confirmName: "茶行" });
    await expect(verb(owner, ids)).rejects.toMatchObject({ code: "not_found" });
  });

  it.each(verbs.slice(3))("%s finds no document by another bot's id", async (_name, verb) => {
    const { documentId } = await make();
    await expect(verb(owner, { botId: await newBot(), documentId })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(verb(stranger, { botId: await newBot(stranger), documentId })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("searchBot", () => {
  it("never finds another bot's text, whatever is asked", async () => {
    const secret = (n: number) => ({
      title: `內部價目 ${n}`,
      content: `第${n}號機密:批發價是 ${n}00 元,請勿外流。`,
    });
    const bots = [await newBot(), await newBot(), await newBot(stranger)];
    const ctxs = [owner, owner, stranger];
    for (const [n, botId] of bots.entries()) await createDocument(ctxs[n] ?? owner, { botId, ...secret(n) });
    for (const question of [
      "批發價是多少",
      "機密",
      "內部價目 0",
      "內部價目 1",
      "內部價目 2",
      "0號機密 1號機密 2號機密",
    ]) {
      for (const [n, botId] of bots.entries()) {
        expect(await ask(botId, question, ctxs[n])).toEqual([secret(n).content]);
      }
    }
  });

  it("indexes its own documents alone", async () => {
    const [botId, siblingId, otherId] = [await newBot(), await newBot(), await newBot(stranger)];
    const { documentId } = await createDocument(owner, { botId, ...returns });
    await createDocument(owner, { botId: siblingId, ...returns });
    await createDocument(stranger, { botId: otherId, ...returns });
    const read = async (bot: { id: string; teamId: string }) => {
      const ids: string[] = [];
      for await (const { id } of readSegments(test.db, bot)) ids.push(id);
      return ids;
    };
    const { teamId } = owner.actor;
    const own = await test.db.document.findUnique({ where: { id: documentId } });
    expect(await read({ id: botId, teamId })).toEqual([own?.publishedVersionId]);
    expect(await read({ id: otherId, teamId })).toEqual([]);
  });

  it("reads with the team in its where: a bot id under another team finds nothing", async () => {
    const botId = await newBot();
    await createDocument(owner, { botId, ...returns });
    const { knowledgeVersion } = await requireBot(owner, botId);
    const forged = {
      id: botId,
      teamId: stranger.actor.teamId,
      knowledgeVersion: knowledgeVersion + 1,
      wordings: "",
    };
    expect((await searchBot(owner, forged, "退貨")).passages).toEqual([]);
    await searchBot(owner, { ...forged, teamId: owner.actor.teamId }, "退貨");
    expect((await searchBot(owner, forged, "退貨")).passages).toEqual([]);
  });

  it("leaves out a document deleted since the index was built", async () => {
    const botId = await newBot();
    const { documentId } = await createDocument(owner, { botId, ...returns });
    await createDocument(owner, { botId, title: "停車", content: "門口有停車場。" });
    const before = await requireBot(owner, botId);
    expect((await searchBot(owner, before, "停車場")).passages).toHaveLength(1);
    await deleteDocument(owner, { botId, documentId });
    expect((await searchBot(owner, before, "退貨")).passages).toEqual([]);
  });

  it("reads a passage once for each version of the bot's knowledge", async () => {
    const botId = await newBot();
    await createDocument(owner, { botId, ...returns });
    const before = await requireBot(owner, botId);
    const first = await searchBot(owner, before, "退貨");
    expect(first.passages).toHaveLength(1);
    await test.db.documentVersion.updateMany({
      where: { document: { botId } },
      data: { title: "改過的標題" },
    });
    expect((await searchBot(owner, before, "退貨")).passages).toEqual(first.passages);
    const after = { ...before, knowledgeVersion: before.knowledgeVersion + 1 };
    expect((await searchBot(owner, after, "退貨")).passages[0]?.title).toBe("改過的標題");
  });

  it("gives questions and answers their spans back", async () => {
    const botId = await newBot();
    const content = "問:可以退貨嗎?\n問:能不能退?\n答:七天內可以。\n\n問:運費多少?\n答:80 元。";
    await createDocument(owner, { botId, title: "常見問題", content });
    const [best] = (await search(botId, "可以退貨嗎")).passages;
    const { passages } = await prepareVersion("常見問題", content);
    expect(best).toMatchObject(passages[0] ?? {});
    expect(best?.answer && content.slice(best.answer.start, best.answer.end)).toBe("七天內可以。");
  });

  it("mends segments that an older release wrote", async () => {
    const botId = await newBot();
    const { documentId } = await createDocument(owner, { botId, ...returns });
    await createDocument(owner, { botId, title: "運費", content: "滿千免運費。" });
    const { count } = await test.db.documentVersion.updateMany({
      where: { documentId },
      data: { segment: new Uint8Array([1, 2, 3]) },
    });
    expect(count).toBe(1);
    expect((await ask(botId, "可以退貨嗎?"))[0]).toContain("七天內可以退貨");
    expect(await ask(botId, "免運費")).toContain("滿千免運費。");
  });

  it("reads a bot of more documents than one page", async () => {
    const botId = await newBot();
    for (let n = 0; n < 205; n++)
      await createDocument(owner, { botId, title: `第${n}篇`, content: `編號 N${n} 的茶` });
    expect((await ask(botId, "N204"))[0]).toBe("編號 N204 的茶");
    expect((await ask(botId, "N0"))[0]).toBe("編號 N0 的茶");
    const second = await listDocuments(owner, listDocumentsInput.parse({ botId, page: "5" }));
    expect(second).toMatchObject({ totalCount: 205, matchCount: 205, pageSize: 50 });
    expect(second.documents.map(({ title }) => title)).toEqual(["第4篇", "第3篇", "第2篇", "第1篇", "第0篇"]);
  });

  it.each(["", " ", "?", "\0\ud800", "的".repeat(300), "😀", "(((", "a".repeat(300)])(
    "takes %j",
    async (question) => {
      const botId = await newBot();
      await createDocument(owner, { botId, ...returns });
      await searchBot(owner, await requireBot(owner, botId), question);
    },
  );
});
