import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveChat } from "@/lib/conversations/desk/move-chat";
import { getVisitorCard } from "@/lib/conversations/inbox/get-visitor-card";
import { isWaiting } from "@/lib/conversations/inbox/is-waiting";
import { listChats } from "@/lib/conversations/inbox/list-chats";
import { mergeChats } from "@/lib/conversations/inbox/merge-chats";
import { getTranscript } from "@/lib/conversations/turns/get-transcript";
import { uuidv7 } from "@/lib/db/uuidv7";
import { requireWidgetBot } from "@/lib/http/widget/require-widget-bot";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { parseMessageInput } from "./message-input";
import { receiveMessage } from "./receive-message";

let shop: Awaited<ReturnType<typeof createTestShop>>;
beforeAll(async () => {
  shop = await createTestShop();
});
afterAll(() => shop.close());

async function send(
  body: Record<string, unknown>,
  settings: { offersPerson?: boolean; contact?: string } = {},
) {
  const bot = await requireWidgetBot(shop.ctx, shop.botId.replaceAll("-", ""));
  const input = parseMessageInput(body);
  const message = { ...input, domain: null, acceptLanguage: "ja" };
  const answer = await receiveMessage(shop.ctx, { ...bot, ...settings }, message);
  await answer.published;
  return answer;
}

async function chat(chatId: string) {
  const found = (await listChats(shop.actorCtx)).find((each) => each.chatId === chatId);
  if (!found) throw new Error("the chat isn't listed");
  return found;
}

describe("a visitor who wants a person", () => {
  it("waits as well when they say so in words, where the bot offers a person", async () => {
    const chatId = "web_000000b7";
    const answer = await send({ message: "可以幫我轉真人嗎", chat_id: chatId, locale: "zh-TW" });
    expect(answer.bubbles).toEqual(["已經記下你想找真人。現在沒有人在線上，他們回來就會看到。"]);
    expect(isWaiting(await chat(chatId))).toBe(true);

    const other = "web_000000b8";
    await send({ message: "可以幫我轉真人嗎", chat_id: other }, { offersPerson: false });
    expect(isWaiting(await chat(other))).toBe(false);
  });

  it("is told so in their language with the contact, and waits until staff have handled it", async () => {
    const chatId = "web_000000b1";
    await send({ message: "運費多少", chat_id: chatId, locale: "en-US" });
    expect(isWaiting(await chat(chatId))).toBe(false);
    const answer = await send(
      { message: "找真人", chat_id: chatId, wants_person: true },
      { contact: "02-1234-5678" },
    );
    expect(answer.bubbles).toEqual([
      "I've noted that you'd like to talk to a person. Nobody is online right now; they will see it when they are back.\n02-1234-5678",
    ]);
    expect(answer.answered).toBe(true);
    const waiting = await chat(chatId);
    expect(isWaiting(waiting)).toBe(true);

    const turns = await getTranscript(shop.actorCtx, waiting.id);
    expect(turns.slice(-2).map(({ author, state, answered }) => [author, state, answered])).toEqual([
      ["visitor", "complete", null],
      ["bot", "complete", null],
    ]);
    expect(turns.at(-1)?.id).toBe(answer.turnId);

    await send({ message: "還在嗎", chat_id: chatId });
    const before = await chat(chatId);
    expect(isWaiting(before)).toBe(true);
    await moveChat(shop.actorCtx, waiting.id, "hand_back");
    const handled = await chat(chatId);
    expect(isWaiting(handled)).toBe(false);
    expect(handled.lastTurn).toEqual(
      (await listChats(shop.actorCtx)).find(({ id }) => id === handled.id)?.lastTurn,
    );
    // A list that was read before can't undo it.
    expect([...mergeChats(new Map([[handled.id, handled]]), [before]).values()].map(isWaiting)).toEqual([
      false,
    ]);
    expect([...mergeChats(new Map([[before.id, before]]), [handled]).values()].map(isWaiting)).toEqual([
      false,
    ]);

    await shop.ctx.kv.redis.flushdb();
    expect(isWaiting(await chat(chatId))).toBe(false);
    await send({ message: "又要找", chat_id: chatId, wants_person: true });
    expect(isWaiting(await chat(chatId))).toBe(true);
  });

  it("reads the bot's language, then the browser's, where the page named none", async () => {
    const { bubbles } = await send({ message: "x", chat_id: "web_000000b2", wants_person: true });
    expect(bubbles[0]).toContain("担当者");
  });

  it("is answered as any other where the bot offers none, and unless the field is true", async () => {
    const off = await send(
      { message: "找真人", chat_id: "web_000000b3", wants_person: true },
      { offersPerson: false },
    );
    expect(off.bubbles).toEqual(["好的，這件事請直接跟我們的人員說。"]);
    expect(isWaiting(await chat("web_000000b3"))).toBe(false);
    for (const wants_person of [false, null, 1, "true"])
      await send({ message: "運費多少", chat_id: "web_000000b3", wants_person });
    expect(isWaiting(await chat("web_000000b3"))).toBe(false);
  });

  it("is given back to the bot by members of the team only", async () => {
    await send({ message: "找真人", chat_id: "web_000000b4", wants_person: true });
    const { id } = await chat("web_000000b4");
    for (const [ctx, conversationId] of [
      [shop.strangerCtx, id],
      [shop.actorCtx, uuidv7()],
      [shop.actorCtx, "../x"],
    ] as const)
      await expect(moveChat(ctx, conversationId, "hand_back")).rejects.toMatchObject({ code: "not_found" });
    expect(isWaiting(await chat("web_000000b4"))).toBe(true);
  });
});

describe("a number or an address that a visitor gives", () => {
  const left = async (chatId: string) => (await chat(chatId)).contact;

  it("is kept with the chat, shown to staff as waiting, and answered with what the bot has", async () => {
    const chatId = "web_00000d01";
    await send({ message: "運費多少", chat_id: chatId, locale: "zh-TW" });
    expect(await left(chatId)).toBeNull();
    const contact = "電話 02-1234-5678，週一到週五";
    const answer = await send({ message: "請回電給我 0912-345-678", chat_id: chatId }, { contact });
    expect(answer.bubbles).toEqual([
      `收到，你的聯絡方式已經交給我們的人員。現在沒有人在線上，他們回來就會看到。\n${contact}`,
    ]);
    expect(await left(chatId)).toEqual({ phone: "0912-345-678", email: null });
    expect(isWaiting(await chat(chatId))).toBe(true);
    await send({ message: "我的信箱是 ming@example.com", chat_id: chatId });
    await send({ message: "運費多少", chat_id: chatId });
    const both = { phone: "0912-345-678", email: "ming@example.com" };
    expect(await left(chatId)).toEqual(both);
    await shop.ctx.kv.redis.flushdb();
    expect(await left(chatId)).toEqual(both);
  });

  it.each([
    ["mail me at a@b.co", "Thank you"],
    ["请回电给我 13800138000", "收到"],
    ["電話番号は 090-1234-5678 です", "ありがとう"],
  ])("%s is answered in its language", async (message, said) => {
    const { bubbles } = await send({ message, chat_id: `web_${message.length.toString().padStart(8, "0")}` });
    expect(bubbles[0]).toContain(said);
  });

  it("is kept where the bot offers nobody, and nothing is promised", async () => {
    const chatId = "web_00000d02";
    const { bubbles } = await send(
      { message: "請回電給我 0912345678", chat_id: chatId },
      { offersPerson: false },
    );
    expect(bubbles).toEqual(["好的，這件事請直接跟我們的人員說。"]);
    expect(await left(chatId)).toEqual({ phone: "0912345678", email: null });
    expect(isWaiting(await chat(chatId))).toBe(false);
  });

  it("isn't the bot's own, nor one that is only asked about", async () => {
    const chatId = "web_00000d03";
    await send({ message: "02-1234-5678 找真人", chat_id: chatId }, { contact: "02-1234-5678" });
    await send({ message: "你們的電話是 02-2345-6789 嗎", chat_id: chatId });
    expect(await left(chatId)).toBeNull();
  });

  it("ends with the chat", async () => {
    const chatId = "web_00000d04";
    await send({ message: "請回電給我 0912345678", chat_id: chatId });
    const { id } = await chat(chatId);
    await shop.ctx.db.conversation.delete({ where: { id } });
    const tables = await shop.ctx.db.$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.columns WHERE column_name IN ('said_phone', 'said_email')`;
    expect(new Set(tables.map(({ name }) => name))).toEqual(new Set(["conversations"]));
  });
});

describe("what the page says of its visitor", () => {
  it("is shown to staff; what is said later replaces it, what isn't said stays", async () => {
    const chatId = "web_000000c1";
    await send({ message: "一", chat_id: chatId });
    expect((await chat(chatId)).visitor).toBeNull();
    await send({ message: "二", chat_id: chatId, visitor: { name: "王小明", plan: "pro" } });
    const { id, visitor } = await chat(chatId);
    expect(visitor).toEqual({ name: "王小明", email: null });
    await send({ message: "三", chat_id: chatId, visitor: { email: "ming@example.com" } });
    await send({ message: "四", chat_id: chatId });
    expect((await chat(chatId)).visitor).toEqual({ name: "王小明", email: "ming@example.com" });
    const said = { name: "王小明", email: "ming@example.com", traits: { plan: "pro" } };
    expect((await getVisitorCard(shop.actorCtx, id)).said).toEqual(said);
    await expect(getVisitorCard(shop.strangerCtx, id)).rejects.toMatchObject({ code: "not_found" });
    await shop.ctx.kv.redis.flushdb();
    expect((await chat(chatId)).visitor).toEqual({ name: "王小明", email: "ming@example.com" });
  });

  it("may be anything but a name", async () => {
    await send({ message: "一", chat_id: "web_000000c3", visitor: { plan: "pro" } });
    expect((await chat("web_000000c3")).visitor).toEqual({ name: null, email: null });
    await shop.ctx.kv.redis.flushdb();
    expect((await chat("web_000000c3")).visitor).toEqual({ name: null, email: null });
  });

  it("may come with the first message", async () => {
    await send({ message: "一", chat_id: "web_000000c2", visitor: { name: "阿珠", vip: true } });
    const { id, visitor } = await chat("web_000000c2");
    expect(visitor?.name).toBe("阿珠");
    expect((await getVisitorCard(shop.actorCtx, id)).said?.traits).toEqual({ vip: true });
  });
});
