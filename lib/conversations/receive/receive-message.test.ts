import { afterAll, beforeAll, expect, it } from "vitest";
import { createBot } from "@/lib/bots/create-bot";
import { getBotByToken } from "@/lib/bots/token/get-bot-by-token";
import { listChats } from "@/lib/conversations/inbox/list-chats";
import type { ActorCtx } from "@/lib/identity/actor";
import { createDocument } from "@/lib/knowledge/documents/create-document";
import { createTestActor } from "@/test/fixtures/test-actor";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { parseMessageInput } from "./message-input";
import { receiveMessage } from "./receive-message";

let test: Awaited<ReturnType<typeof createTestDb>>;
let owner: ActorCtx;
beforeAll(async () => {
  test = await createTestDb();
  owner = { ...createTestContext({ db: test.db }), actor: await createTestActor(test.db) };
});
afterAll(() => test.close());

it("each answer is stored with what gave it, how long that took, and the passages it quotes", async () => {
  const { id: botId, widgetToken } = await createBot(owner, { name: "茶行" });
  const content = "# 付款\n\n可以貨到付款。\n\n# 運費\n\n運費是一百元，滿千免運。";
  const { documentId } = await createDocument(owner, { botId, title: "購物說明", content });
  const send = async (body: Record<string, unknown>) => {
    const bot = await getBotByToken(owner, widgetToken);
    if (!bot) throw new Error("the bot isn't there");
    const input = { ...parseMessageInput(body), domain: null, acceptLanguage: "zh-TW" };
    const answer = await receiveMessage(owner, bot, input);
    await answer.published;
    const row = await test.db.message.findUniqueOrThrow({ where: { id: answer.turnId ?? "" } });
    return { answer, row };
  };

  const { row } = await send({ message: "運費是多少？" });
  expect(row).toMatchObject({ botId, answered: true, answeredBy: "documents", inputTokens: null });
  expect(row.durationMs).toBeGreaterThanOrEqual(0);
  const { publishedVersionId } = await test.db.document.findUniqueOrThrow({ where: { id: documentId } });
  expect(row.sources).toMatchObject([{ documentId, versionId: publishedVersionId, ordinal: 1 }]);

  const thanks = await send({ message: "謝謝" });
  expect(thanks.row).toMatchObject({ answered: null, confidence: null, answeredBy: "small_talk" });
  // Pages go on reading that it was answered.
  expect(thanks.answer.answered).toBe(true);

  const unknown = await send({ message: "你們賣不賣腳踏車輪胎？" });
  expect(unknown.row).toMatchObject({ answered: false, answeredBy: "documents" });
  const person = await send({ message: "找真人", wants_person: true });
  expect(person.row).toMatchObject({ answered: null, answeredBy: "person", sources: [] });
});

it("the store and the archive agree on a chat's last activity, whatever the clock of an instance says", async () => {
  const { widgetToken } = await createBot(owner, { name: "兩個鐘" });
  const bot = await getBotByToken(owner, widgetToken);
  if (!bot) throw new Error("the bot isn't there");
  const input = { ...parseMessageInput({ message: "謝謝" }), domain: null, acceptLanguage: null };
  const { published } = await receiveMessage(owner, bot, input);
  await published;
  const ahead = new Date(Date.now() + 60_000);
  await test.db.conversation.updateMany({ where: { botId: bot.id }, data: { lastActivityAt: ahead } });
  await (await receiveMessage(owner, bot, input)).published;
  const listed = (await listChats(owner)).find(({ chatId }) => chatId === input.chatId);
  expect(listed?.lastActivityAt).toBe(ahead.getTime());
  const { lastActivityAt } = await test.db.conversation.findFirstOrThrow({ where: { botId: bot.id } });
  expect(lastActivityAt).toEqual(ahead);
});
