import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/context";
import { listChats } from "@/lib/conversations/inbox/list-chats";
import { getTranscript } from "@/lib/conversations/turns/get-transcript";
import { mergeTurns } from "@/lib/conversations/turns/merge-turns";
import type { Turn } from "@/lib/conversations/turns/turn";
import { checkConversations } from "@/lib/conversations/upkeep/check-conversations";
import { repairConversations } from "@/lib/conversations/upkeep/repair-conversations";
import { uuidv7 } from "@/lib/db/uuidv7";
import { createKv } from "@/lib/kv/client";
import { readJsonEntries } from "@/lib/kv/json-value";
import { feedKey } from "@/lib/kv/keys";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { parseFeedbackInput } from "./feedback-input";
import { rateTurn } from "./rate-turn";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let bot: { id: string; teamId: string };
beforeAll(async () => {
  shop = await createTestShop();
  bot = { id: shop.botId, teamId: shop.teamId };
});
afterAll(() => shop.close());

const rate = (chatId: string, messageId: string, rating: "up" | "down" | null, reason = "", ctx?: Ctx) =>
  rateTurn(ctx ?? shop.ctx, bot, { chatId, messageId, rating, reason });
const feedbackOf = async (conversationId: string, turnId: string) =>
  (await getTranscript(shop.actorCtx, conversationId)).find(({ id }) => id === turnId)?.feedback;
const feedLength = () => shop.ctx.kv.redis.xlen(feedKey(shop.teamId));

describe("rateTurn", () => {
  it("shows the thumb and its reason; the last one wins, none clears, the same again is no news", async () => {
    const { conversationId, reply } = await shop.exchange("web_000000a1", "一");
    const later = await shop.exchange("web_000000a1", "二");
    await rate("web_000000a1", reply.id, "down", "答非所問");
    expect(await feedbackOf(conversationId, reply.id)).toMatchObject({ rating: "down", reason: "答非所問" });
    const length = await feedLength();
    await rate("web_000000a1", reply.id, "down", "答非所問");
    expect(await feedLength()).toBe(length);

    await rate("web_000000a1", reply.id, "up");
    expect(await feedbackOf(conversationId, reply.id)).toMatchObject({ rating: "up", reason: "" });
    await rate("web_000000a1", reply.id, null);
    expect(await feedbackOf(conversationId, reply.id)).toMatchObject({ rating: null, reason: "" });
    expect(await feedLength()).toBe(length + 2);
    expect(await feedbackOf(conversationId, later.reply.id)).toBeUndefined();

    const [event] = readJsonEntries(await shop.ctx.kv.redis.xrevrange(feedKey(shop.teamId), "+", "-", 1));
    expect(event?.value).toMatchObject({
      type: "turn",
      turn: { id: reply.id },
      chat: { id: conversationId, lastActivityAt: later.reply.at, lastTurn: { text: "答：二" } },
    });
    const [listed] = await listChats(shop.actorCtx);
    expect(listed?.lastTurn.text).toBe("答：二");
  });

  it("finds no turn of another chat, bot or team, no visitor's turn and no unknown one", async () => {
    const here = await shop.exchange("web_000000a2", "這裡");
    const there = await shop.exchange("web_000000a3", "那裡");
    const refused = [
      () => rate("web_000000a2", there.reply.id, "up"),
      () => rate("web_000000a2", here.asked.id, "up"),
      () => rate("web_000000a2", uuidv7(), "up"),
      () => rate("web_000000ff", here.reply.id, "up"),
      () => rateTurn(shop.ctx, { ...bot, id: uuidv7() }, input("web_000000a2", here.reply.id)),
      () => rateTurn(shop.ctx, { ...bot, teamId: uuidv7() }, input("web_000000a2", here.reply.id)),
    ];
    for (const attempt of refused) await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    expect(await shop.ctx.db.message.count({ where: { ratedAt: { not: null } } })).toBe(1);
  });

  it("given while the store is away is found missing by the checker, and brought by the repair", async () => {
    const { conversationId, reply } = await shop.exchange("web_000000a4", "斷線");
    // As if long ago: only the rating is recent.
    const longAgo = new Date(Date.now() - 3_600_000);
    await shop.ctx.db.conversation.update({
      where: { id: conversationId },
      data: { lastActivityAt: longAgo },
    });
    const kv = createKv(
      { KV_REST_API_URL: "http://127.0.0.1:9", KV_REST_API_TOKEN: "x", REDIS_URL: undefined },
      { timeoutMs: 100 },
    );
    await rate("web_000000a4", reply.id, "down", "太慢", { ...shop.ctx, kv });
    await kv.close();
    expect(await feedbackOf(conversationId, reply.id)).toBeUndefined();
    expect((await checkConversations(shop.ctx)).problems).toEqual([
      expect.stringContaining(`the store lacks turn ${reply.id}`),
    ]);
    await repairConversations(shop.ctx, { since: Date.now() - 60_000 });
    expect(await feedbackOf(conversationId, reply.id)).toMatchObject({ rating: "down", reason: "太慢" });
    expect((await checkConversations(shop.ctx)).problems).toEqual([]);
  });

  it("survives the loss of the store", async () => {
    const { conversationId, reply } = await shop.exchange("web_000000a5", "遺失");
    await rate("web_000000a5", reply.id, "up", "清楚");
    await shop.ctx.kv.redis.flushdb();
    expect(await feedbackOf(conversationId, reply.id)).toMatchObject({ rating: "up", reason: "清楚" });
    await shop.ctx.kv.redis.flushdb();
    await rate("web_000000a5", reply.id, "down");
    expect(await feedbackOf(conversationId, reply.id)).toMatchObject({ rating: "down", reason: "" });
  });
});

describe("mergeTurns", () => {
  it("keeps the newest rating, whichever comes last", async () => {
    const { reply } = await shop.exchange("web_000000a6", "合併");
    const rated = (rating: "up" | "down" | null, at: number): Turn => ({
      ...reply,
      feedback: { rating, reason: "", at },
    });
    for (const turns of [
      [reply, rated("down", 1), rated(null, 2)],
      [rated(null, 2), reply, rated("down", 1)],
      [rated("down", 1), rated(null, 2), reply],
    ])
      expect(mergeTurns(turns)).toEqual([rated(null, 2)]);
  });
});

describe("parseFeedbackInput", () => {
  const good = { chat_id: "web_000000a1", message_id: uuidv7(), rating: "up" };

  it("counts the reason in code points, and forgets it with none", () => {
    const reason = "😀".repeat(300);
    expect(parseFeedbackInput({ ...good, reason })).toMatchObject({ rating: "up", reason });
    expect(parseFeedbackInput({ ...good, rating: "none", reason })).toMatchObject({
      rating: null,
      reason: "",
    });
    expect(parseFeedbackInput({ ...good, reason: " \0 " }).reason).toBe("");
  });

  it.each([
    ["chat_id_malformed", { chat_id: undefined }],
    ["chat_id_malformed", { chat_id: "web_X" }],
    ["message_id_malformed", { message_id: undefined }],
    ["message_id_malformed", { message_id: "1" }],
    ["message_id_malformed", { message_id: `${good.message_id}\n` }],
    ["rating_malformed", { rating: "UP" }],
    ["rating_malformed", { rating: undefined }],
    ["reason_malformed", { reason: null }],
    ["reason_malformed", { reason: ["x"] }],
    ["reason_too_long", { reason: "字".repeat(301) }],
  ])("refuses with %s: %j", (reason, fields) => {
    expect(() => parseFeedbackInput({ ...good, ...fields })).toThrow(
      expect.objectContaining({ code: "bad_request", reason }),
    );
  });
});

function input(chatId: string, messageId: string) {
  return { chatId, messageId, rating: "up" as const, reason: "" };
}
