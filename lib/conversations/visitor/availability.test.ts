import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updateHours } from "@/lib/bots/hours/update-hours";
import { moveChat } from "@/lib/conversations/desk/move-chat";
import { parseMessageInput } from "@/lib/conversations/receive/message-input";
import { receiveMessage } from "@/lib/conversations/receive/receive-message";
import { uuidv7 } from "@/lib/db/uuidv7";
import { requireWidgetBot } from "@/lib/http/widget/require-widget-bot";
import { processWide } from "@/lib/process-wide";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { readChatEvents } from "./read-chat-events";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let now = Date.parse("2026-11-27T10:00+08:00");
let token = "";
beforeAll(async () => {
  shop = await createTestShop();
  token = shop.botId.replaceAll("-", "");
});
afterAll(() => shop.close());

const asEditor = () => ({ ...shop.actorCtx, actor: { ...shop.actorCtx.actor, role: "editor" as const } });

function forget() {
  processWide("members-there", () => {
    throw new Error("nothing was asked yet");
  }).clear();
  processWide("reply-times", () => {
    throw new Error("nothing was asked yet");
  }).clear();
}

async function ask(chatId: string, locale = "zh-TW") {
  const ctx = { ...shop.ctx, now: () => now };
  const bot = await requireWidgetBot(ctx, token);
  const input = parseMessageInput({ message: "找真人", chat_id: chatId, wants_person: true, locale });
  const answer = await receiveMessage(ctx, bot, { ...input, domain: null, acceptLanguage: null });
  await answer.published;
  return answer;
}

async function stateOf(conversationId: string) {
  const news = await readChatEvents(
    { ...shop.ctx, now: () => now },
    { conversationId, botId: shop.botId, token },
    "",
  );
  return news?.state;
}

async function comeOnline() {
  const userId = uuidv7();
  const { teamId, ctx } = shop;
  await ctx.db.user.create({
    data: { id: userId, email: `${userId}@example.com`, name: "小美", passwordHash: "" },
  });
  await ctx.db.membership.create({ data: { teamId, userId, role: "agent" } });
  const at = new Date(now);
  await ctx.db.session.create({
    data: { id: uuidv7(), userId, teamId, lastSeenAt: at, expiresAt: new Date(now + 3_600_000) },
  });
  forget();
}

describe("a visitor who asks for a person", () => {
  it("is told that nobody is there, and then that they were told, without a word of when", async () => {
    const { bubbles, wait, conversationId } = await ask("web_0000aa01");
    expect(bubbles).toEqual(["已經記下你想找真人。現在沒有人在線上，他們回來就會看到。"]);
    expect(wait).toMatchObject({ hours: null, isSomebodyThere: false, replyMs: null });
    expect(await stateOf(conversationId)).toEqual({
      handoff: true,
      notice: "現在沒有人在線上，他們回來就會看到。",
      contact_form: expect.objectContaining({ reach: "電話或 Email" }),
    });
    await comeOnline();
    expect((await ask("web_0000aa02")).bubbles).toEqual(["已經告訴我們的人員，你想找真人。"]);
    expect(await stateOf(conversationId)).toEqual({ handoff: true });
  });

  it("is told outside the hours when they begin, in their language, and within them as before", async () => {
    await updateHours(asEditor(), { botId: shop.botId, hasHours: true, friday: "09:00-12:00, 13:30-18:00" });
    expect((await ask("web_0000aa03")).bubbles).toEqual(["已經告訴我們的人員，你想找真人。"]);
    now = Date.parse("2026-11-27T18:00+08:00");
    const { bubbles, conversationId } = await ask("web_0000aa04");
    expect(bubbles).toEqual(["已經記下你想找真人。現在不是服務時間，11/30（週一） 09:00 開始。"]);
    expect((await ask("web_0000aa05", "en")).bubbles[0]).toMatch(
      /^I've noted.*We are closed.*open Mon, Nov 30 09:00/,
    );
    const opens_at = Date.parse("2026-11-30T09:00+08:00");
    expect(await stateOf(conversationId)).toEqual({
      handoff: true,
      hours: { open: false, opens_at },
      notice: "現在不是服務時間，11/30（週一） 09:00 開始。",
      contact_form: expect.objectContaining({ reach: "電話或 Email" }),
    });
    now = opens_at;
    forget();
    expect(await stateOf(conversationId)).toEqual({
      handoff: true,
      hours: { open: true, opens_at: null },
      notice: "現在沒有人在線上，他們回來就會看到。",
      contact_form: expect.objectContaining({ reach: "電話或 Email" }),
    });
    await moveChat({ ...shop.actorCtx, now: () => now }, conversationId, "hand_back");
    expect(await stateOf(conversationId)).toEqual({ handoff: false, hours: { open: true, opens_at: null } });
  });

  it("is told how long it takes once enough have asked, counting who got no reply", async () => {
    now = Date.now();
    await updateHours(asEditor(), { botId: shop.botId, hasHours: false });
    await comeOnline();
    const { db } = shop.ctx;
    const reply = async (chatId: string, minutes: number | null) => {
      const { conversationId, turnId } = await ask(chatId);
      const at = new Date(now - 24 * 3_600_000);
      await db.message.updateMany({ where: { id: turnId ?? "" }, data: { createdAt: at } });
      if (minutes === null) return;
      await db.message.create({
        data: {
          ...{ id: uuidv7(), teamId: shop.teamId, conversationId, author: "agent", state: "complete" },
          bubbles: ["好"],
          createdAt: new Date(at.getTime() + minutes * 60_000),
        },
      });
    };
    await db.conversation.deleteMany({ where: { teamId: shop.teamId } });
    for (let index = 0; index < 7; index++) await reply(`web_0000bb0${index}`, 4);
    forget();
    expect((await ask("web_0000bb10")).wait).toMatchObject({ isSomebodyThere: true, replyMs: null });
    await reply("web_0000bb07", null);
    forget();
    const { bubbles, wait } = await ask("web_0000bb11");
    expect(wait?.replyMs).toBe(4 * 60_000);
    expect(bubbles).toEqual(["已經告訴我們的人員，你想找真人。通常 5 分鐘內會有人在這裡回覆。"]);
    for (const index of [8, 9]) await reply(`web_0000bb0${index}`, null);
    forget();
    expect((await ask("web_0000bb12")).wait?.replyMs).toBeNull();
  });
});

describe("the hours of a bot", () => {
  it("are written by who may change it, and kept as they were understood", async () => {
    const { botId } = shop;
    await expect(updateHours(shop.actorCtx, { botId, hasHours: true })).rejects.toMatchObject({
      code: "forbidden",
    });
    const bot = await updateHours(asEditor(), { botId, sunday: "10:00-15:00", specialDays: ["10/10 國慶"] });
    expect([bot.hoursWeek[6], bot.hoursWeek[0], bot.specialDays]).toEqual([
      ...["10:00-15:00", "09:00-18:00", ["10/10 國慶"]],
    ]);
    await expect(
      updateHours(asEditor(), { botId, sunday: "11:00-15:00", base: { sunday: "" } }),
    ).rejects.toMatchObject({ code: "conflict", theirs: { sunday: "10:00-15:00" } });
  });
});
