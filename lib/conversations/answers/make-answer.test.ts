import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerQuestion } from "@/lib/answers/answer-question";
import { getBotByToken } from "@/lib/bots/token/get-bot-by-token";
import { moveChat } from "@/lib/conversations/desk/move-chat";
import { replyToChat } from "@/lib/conversations/desk/reply-to-chat";
import { addNote } from "@/lib/conversations/notes/add-note";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx } from "@/lib/identity/actor";
import { deleteDocument } from "@/lib/knowledge/documents/delete-document";
import { documentLimits } from "@/lib/knowledge/documents/document-limits";
import { getDocument } from "@/lib/knowledge/documents/get-document";
import { listPairDocuments } from "@/lib/knowledge/documents/list-pair-documents";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { getExchange } from "./get-exchange";
import { listChatAnswers } from "./list-chat-answers";
import { makeAnswer, makeAnswerInput } from "./make-answer";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let ming: ActorCtx;
let owner: ActorCtx;
beforeAll(async () => {
  shop = await createTestShop();
  ming = await createTestMember(shop, "小明");
  owner = { ...ming, actor: { ...ming.actor, role: "owner" } };
});
afterAll(() => shop.close());

const newKey = () => crypto.randomUUID();
let chats = 0;
/** A chat in which the visitor says some words, and a member then replies. */
async function replied(asked: string[], text: string) {
  chats += 1;
  const chatId = `web_0000ab${String(chats).padStart(2, "0")}`;
  let conversationId = "";
  for (const words of asked) conversationId = (await shop.exchange(chatId, words)).conversationId;
  await moveChat(ming, conversationId, "take");
  const turn = await replyToChat(ming, { conversationId, text, key: newKey() });
  return { botId: shop.botId, conversationId, turnId: turn.id };
}
const make = (ids: Awaited<ReturnType<typeof replied>>, fields: object, ctx = owner) =>
  makeAnswer(
    ctx,
    makeAnswerInput.parse({ ...ids, answerId: newKey(), documentId: "", title: "問答", ...fields }),
  );
const textOf = async (documentId: string) =>
  (await getDocument(owner, { botId: shop.botId, documentId }))?.content;
async function ask(question: string) {
  const bot = await getBotByToken(shop.ctx, shop.botId.replaceAll("-", ""));
  if (!bot) throw new Error("the bot is gone");
  const asked = { question, language: "zh-TW" as const, wantsPerson: false, history: [] };
  return answerQuestion({ ...shop.ctx, model: null }, bot, asked);
}

describe("a reply that becomes an answer", () => {
  it("begins with what the visitor said before it, or what the bot's answer answers", async () => {
    const ids = await replied(["可以刻字嗎"], "可以，刻字另加兩百元。");
    expect(await getExchange(owner, ids)).toEqual({
      question: "可以刻字嗎",
      reply: "可以，刻字另加兩百元。",
      made: [],
    });
    const { conversationId, reply } = await shop.exchange("web_0000ab99", "運費多少");
    await shop.exchange("web_0000ab99", "謝謝");
    expect(await getExchange(owner, { ...ids, conversationId, turnId: reply.id })).toMatchObject({
      question: "運費多少",
      reply: "答：運費多少",
    });
  });

  it("is what the bot answers from then on, and its document leads back to the chat", async () => {
    const ids = await replied(["禮盒可以刻名字嗎"], "可以。");
    expect((await ask("禮盒可以刻名字嗎？")).answered).toBe(false);
    const fields = {
      question: "禮盒可以刻名字嗎？",
      answer: "可以，刻名字另加兩百元。\n\n要多等三個工作天。",
    };
    const { documentId } = await make(ids, fields);
    expect(await textOf(documentId)).toBe(`問：${fields.question}\n答：${fields.answer}`);
    const said = await ask("禮盒可以刻名字嗎？");
    expect(said).toMatchObject({ answered: true, sources: [{ documentId }] });
    expect(said.bubbles.join()).toContain("兩百元");
    expect(await listChatAnswers(ming, documentId)).toMatchObject([
      { conversationId: ids.conversationId, question: fields.question, authorName: "小明" },
    ]);
    expect((await getExchange(owner, ids)).made).toEqual([{ documentId, title: "問答" }]);
    const audit = await shop.ctx.db.auditEntry.findMany({ where: { targetId: documentId } });
    expect(audit.map(({ action }) => action)).toEqual(["document.create"]);
  });

  it("goes behind earlier ones; two at the same moment are both there, one that is sent again once", async () => {
    const ids = await replied(["q"], "a");
    const { documentId } = await make(ids, { question: "第一題？", answer: "一" });
    const twice = { question: "第二題？", answer: "二", documentId, answerId: newKey() };
    await Promise.all([make(ids, twice), make(ids, { question: "第三題？", answer: "三", documentId })]);
    await make(ids, twice);
    const text = (await textOf(documentId)) ?? "";
    expect(text.startsWith("問：第一題？\n答：一\n\n問：")).toBe(true);
    expect(text.match(/^問：/gm)).toHaveLength(3);
    for (const answer of ["答：二", "答：三"]) expect(text.split(answer)).toHaveLength(2);
    expect(await listChatAnswers(owner, documentId)).toHaveLength(3);
    expect((await listPairDocuments(owner, shop.botId)).map(({ id }) => id)).toContain(documentId);
  });

  it("is refused with why, and nothing is written", async () => {
    const ids = await replied(["q"], "a");
    const pair = { question: "問？", answer: "答" };
    const { documentId } = await make(ids, pair);
    const before = await shop.ctx.db.document.count();
    const note = await addNote(ming, { conversationId: ids.conversationId, text: "備註", key: newKey() });
    const elsewhere = { ...owner, actor: { ...shop.strangerCtx.actor, role: "owner" as const } };
    for (const [code, work] of [
      ["forbidden", () => make(ids, pair, ming)],
      ["not_found", () => make(ids, pair, elsewhere)],
      ["not_found", () => make({ ...ids, turnId: note.id }, pair)],
      ["not_found", () => make({ ...ids, conversationId: uuidv7() }, pair)],
      ["not_found", () => make({ ...ids, botId: "x" }, pair)],
      ["not_found", () => make(ids, { ...pair, documentId: uuidv7() })],
      ["invalid_input", () => make(ids, { ...pair, title: "" })],
    ] as const)
      await expect(work()).rejects.toMatchObject({ code });
    const version = await shop.ctx.db.documentVersion.findFirstOrThrow({ where: { documentId } });
    await shop.ctx.db.documentVersion.update({
      where: { id: version.id },
      data: { content: "字".repeat(documentLimits.content - 3) },
    });
    await expect(make(ids, { ...pair, documentId })).rejects.toMatchObject({
      code: "invalid_input",
      fields: { documentId: { fault: "too_long" } },
    });
    await deleteDocument(owner, { botId: shop.botId, documentId });
    await expect(make(ids, { ...pair, documentId })).rejects.toMatchObject({ code: "not_found" });
    expect(await shop.ctx.db.document.count()).toBe(before);
    expect((await getExchange(owner, ids)).made).toEqual([]);
  });
});
