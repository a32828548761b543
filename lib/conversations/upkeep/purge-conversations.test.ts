import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listChats } from "@/lib/conversations/inbox/list-chats";
import { markRead } from "@/lib/conversations/inbox/reads/mark-read";
import { uuidv7 } from "@/lib/db/uuidv7";
import { chatSummaryKey, chatsKey, turnsKey } from "@/lib/kv/keys";
import { createTestActor } from "@/test/fixtures/test-actor";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { purgeConversations } from "./purge-conversations";

let shop: Awaited<ReturnType<typeof createTestShop>>;
beforeAll(async () => {
  shop = await createTestShop();
});
afterAll(() => shop.close());

const day = 24 * 60 * 60_000;

async function age(conversationId: string, days: number) {
  const lastActivityAt = new Date(Date.now() - days * day);
  await shop.ctx.db.conversation.update({ where: { id: conversationId }, data: { lastActivityAt } });
}

const keep = (retentionDays: number | null) =>
  shop.ctx.db.bot.update({ where: { id: shop.botId }, data: { retentionDays } });

describe("purgeConversations", () => {
  it("deletes what is past the bot's days with all that belongs to it, and nothing else", async () => {
    const { db, kv } = shop.ctx;
    const old = await shop.exchange("web_000000d1", "舊的");
    const recent = await shop.exchange("web_000000d2", "新的");
    await age(old.conversationId, 31);
    await age(recent.conversationId, 29);
    const { teamId } = shop;
    const member = await createTestActor(db, "agent", shop.actorCtx.actor);
    await markRead({ ...shop.ctx, actor: member }, old.conversationId, 1);
    const other = await createOtherBot(old.conversationId);

    expect(await purgeConversations(shop.ctx)).toBe(0);
    await keep(30);
    expect(await purgeConversations(shop.ctx)).toBe(1);

    const where = { conversationId: old.conversationId };
    expect(await db.conversation.findMany({ select: { id: true }, orderBy: { id: "asc" } })).toEqual([
      { id: recent.conversationId },
      { id: other },
    ]);
    expect(await db.message.count({ where })).toBe(0);
    expect(await db.chatRead.count({ where })).toBe(0);
    expect(await db.message.count()).toBe(2);
    // The other conversation is of the same visitor.
    expect(await db.visitor.count()).toBe(2);
    expect(await kv.redis.exists(turnsKey(teamId, old.conversationId))).toBe(0);
    expect(await kv.redis.exists(chatSummaryKey(teamId, old.conversationId))).toBe(0);
    expect(await kv.redis.zscore(chatsKey(teamId), old.conversationId)).toBeNull();
    expect(await kv.redis.exists(turnsKey(teamId, recent.conversationId))).toBe(1);
    expect((await listChats(shop.actorCtx)).map(({ id }) => id)).toEqual([recent.conversationId]);

    await keep(null);
    await age(recent.conversationId, 4_000);
    expect(await purgeConversations(shop.ctx)).toBe(0);
  });

  it("deletes visitors who have no conversation left, in batches, and lets them begin anew", async () => {
    await keep(30);
    await purgeConversations(shop.ctx);
    await shop.exchange("web_000000d3", "之前");
    const { db } = shop.ctx;
    const past = new Date(Date.now() - 40 * day);
    const rows = Array.from({ length: 450 }, (_, index) => ({ id: uuidv7(), visitorId: uuidv7(), index }));
    const base = { teamId: shop.teamId, botId: shop.botId };
    await db.visitor.createMany({ data: rows.map(({ visitorId }) => ({ ...base, id: visitorId })) });
    await db.conversation.createMany({
      data: rows.map(({ id, visitorId, index }) => ({
        ...base,
        ...{ id, visitorId, chatId: `web_1${index.toString(16).padStart(7, "0")}` },
        ...{ lastTurnMs: 1n, lastActivityAt: past },
      })),
    });
    const visitors = await db.visitor.count();
    expect(await purgeConversations(shop.ctx)).toBe(450);
    expect(await db.visitor.count()).toBe(visitors - 450);
    const again = await shop.exchange("web_10000000", "又來了");
    expect(await db.message.count({ where: { conversationId: again.conversationId } })).toBe(2);
  });
});

/** A conversation of the same visitor with another bot of the team, as old, which keeps everything. */
async function createOtherBot(conversationId: string): Promise<string> {
  const { db } = shop.ctx;
  const { teamId, visitorId } = await db.conversation.findUniqueOrThrow({ where: { id: conversationId } });
  const botId = uuidv7();
  await db.bot.create({ data: { id: botId, teamId, name: "別的", widgetToken: "c".repeat(32) } });
  const { id } = await db.conversation.create({
    data: {
      ...{ id: uuidv7(), teamId, botId, visitorId, chatId: "web_000000d9", lastTurnMs: 1n },
      lastActivityAt: new Date(Date.now() - 31 * day),
    },
  });
  return id;
}
