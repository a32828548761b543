import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishTurn } from "@/lib/conversations/feed/publish-turn";
import { listChats } from "@/lib/conversations/inbox/list-chats";
import { getTranscript } from "@/lib/conversations/turns/get-transcript";
import { recordVisitorTurn } from "@/lib/conversations/turns/record-visitor-turn";
import { withUuidv7Ms } from "@/lib/db/uuidv7";
import { createKv } from "@/lib/kv/client";
import { feedKey, turnsKey } from "@/lib/kv/keys";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { checkConversations } from "./check-conversations";
import { repairConversations } from "./repair-conversations";

let shop: Awaited<ReturnType<typeof createTestShop>>;
beforeAll(async () => {
  shop = await createTestShop();
});
afterAll(() => shop.close());

/** A store that nothing listens for, over REST: every call fails as when it is away. */
async function whileStoreIsAway(work: (exchange: typeof shop.exchange) => Promise<void>): Promise<void> {
  const away = createKv(
    { KV_REST_API_URL: "http://127.0.0.1:9", KV_REST_API_TOKEN: "x", REDIS_URL: undefined },
    { timeoutMs: 100 },
  );
  const here = shop.ctx.kv;
  shop.ctx.kv = away;
  try {
    await work(shop.exchange);
  } finally {
    shop.ctx.kv = here;
    await away.close();
  }
}

describe("repairConversations", () => {
  it("shows what was written while the store was away, in chats old and new, and once is enough", async () => {
    const before = Date.now();
    const old = await shop.exchange("web_000000a1", "之前");
    await whileStoreIsAway(async (exchange) => {
      await exchange("web_000000a1", "斷線時");
      await exchange("web_000000a2", "斷線時的新對話");
    });
    expect((await checkConversations(shop.ctx)).problems).toHaveLength(2);
    await whileStoreIsAway(async () => {
      const { conversations, problems } = await checkConversations(shop.ctx);
      expect([conversations, problems]).toEqual([2, [expect.stringContaining("the store is away")]]);
    });
    const shown = await shop.ctx.kv.redis.xlen(feedKey(shop.teamId));

    expect(await repairConversations(shop.ctx, { since: before })).toEqual({
      failed: 0,
      published: 4,
    });
    expect((await checkConversations(shop.ctx)).problems).toEqual([]);
    expect(await shop.ctx.kv.redis.xlen(feedKey(shop.teamId))).toBe(shown + 4);
    const turns = await getTranscript(shop.actorCtx, old.conversationId);
    expect(turns.map(({ bubbles }) => bubbles[0])).toEqual(["之前", "答：之前", "斷線時", "答：斷線時"]);
    expect((await listChats(shop.actorCtx)).map(({ lastTurn }) => lastTurn.text).sort()).toEqual([
      "答：斷線時",
      "答：斷線時的新對話",
    ]);

    expect(await repairConversations(shop.ctx, { since: before })).toEqual({
      failed: 0,
      published: 0,
    });
  });

  it("tells the turns of an outage, also where a later turn or a reader made the chat's stream first", async () => {
    const feed = async () => {
      const entries = await shop.ctx.kv.redis.xrange(feedKey(shop.teamId), "-", "+");
      return JSON.stringify(Object.values(entries));
    };
    let read = "";
    await whileStoreIsAway(async (exchange) => {
      await exchange("web_000000a3", "先斷線");
      read = (await exchange("web_000000a4", "也斷線")).conversationId;
    });
    expect(await feed()).not.toContain("先斷線");
    await shop.exchange("web_000000a3", "恢復後");
    await getTranscript(shop.actorCtx, read);
    const told = await feed();
    for (const text of ["先斷線", "答：先斷線", "恢復後", "也斷線"]) expect(told).toContain(text);
    expect((await checkConversations(shop.ctx)).problems).toEqual([]);
  });

  it("leaves alone what is on its way to the store: screens get it once", async () => {
    const before = Date.now();
    await shop.exchange("web_000000a5", "先前");
    const shown = await shop.ctx.kv.redis.xlen(feedKey(shop.teamId));
    const bot = { id: shop.botId, teamId: shop.teamId };
    const page = { domain: null, pageUrl: null, locale: null };
    const written = await Promise.all(
      ["web_000000a5", "web_000000a6"].map(async (chatId) => ({
        chatId,
        ...(await recordVisitorTurn(shop.ctx, { bot, chatId, text: "路上", ...page })),
      })),
    );
    const arrive = async () => {
      for (const { chatId, turn, conversation } of written)
        await publishTurn(shop.ctx, {
          teamId: shop.teamId,
          summary: { ...conversation, botId: shop.botId, chatId },
          turn,
          isNew: conversation.isNew,
        });
    };
    expect(await repairConversations(shop.ctx, { since: before, settle: arrive })).toEqual({
      failed: 0,
      published: 0,
    });
    expect(await shop.ctx.kv.redis.xlen(feedKey(shop.teamId))).toBe(shown + 2);
  });

  it("ends a turn that waited too long as failed, in both stores", async () => {
    const asked = await recordVisitorTurn(shop.ctx, {
      bot: { id: shop.botId, teamId: shop.teamId },
      chatId: "web_000000b1",
      text: "有人嗎",
      domain: null,
      pageUrl: null,
      locale: null,
    });
    await shop.ctx.db.message.update({
      where: { id: asked.turn.id },
      data: { createdAt: new Date(Date.now() - 3 * 60_000) },
    });
    expect((await checkConversations(shop.ctx)).problems).toEqual([
      expect.stringContaining("pending for more than two minutes"),
    ]);
    expect((await repairConversations(shop.ctx, { since: Date.now() - 60_000 })).failed).toBe(1);
    const [turn] = await getTranscript(shop.actorCtx, asked.conversation.id);
    expect(turn?.state).toBe("failed");
    expect((await checkConversations(shop.ctx)).problems).toEqual([]);
  });

  it("ends what was pending when everything stopped, however long ago, and looks at no older turn again", async () => {
    const day = 24 * 60 * 60_000;
    const { conversationId, asked } = await shop.exchange("web_000000b2", "停機前");
    const pending = await shop.ctx.db.message.findUniqueOrThrow({ where: { id: asked.id } });
    const [before, after] = [12, 3].map((days) => {
      const createdAt = new Date(Date.now() - days * day);
      const id = withUuidv7Ms(asked.id, createdAt.getTime());
      return { ...pending, id, createdAt, sources: [], picture: undefined, state: "pending" as const };
    });
    await shop.ctx.db.message.createMany({ data: [before, after].filter((row) => row !== undefined) });
    await shop.ctx.db.checkpoint.updateMany({ data: { at: new Date(Date.now() - 10 * day) } });
    expect((await repairConversations(shop.ctx, { since: Date.now() })).failed).toBe(1);
    const rows = await shop.ctx.db.message.findMany({ where: { conversationId }, orderBy: { id: "asc" } });
    expect(rows.map(({ state }) => state)).toEqual(["pending", "failed", "complete", "complete"]);
    await shop.ctx.db.conversation.delete({ where: { id: conversationId } });
    await shop.ctx.kv.redis.del(turnsKey(shop.teamId, conversationId));
  });
});

describe("checkConversations", () => {
  it("finds a turn that only the store has, and a doubled answer", async () => {
    const { conversationId, asked, reply } = await shop.exchange("web_000000c1", "問");
    const copy = await shop.ctx.db.message.findUniqueOrThrow({ where: { id: reply.id } });
    const other = reply.id.replace(/.$/, (digit) => (digit === "0" ? "1" : "0"));
    await shop.ctx.db.message.create({ data: { ...copy, id: other, sources: [], picture: undefined } });
    await shop.ctx.db.message.delete({ where: { id: asked.id } });
    const { problems } = await checkConversations(shop.ctx);
    expect(problems.join("\n")).toContain(`the archive lacks turn ${asked.id}`);
    expect(problems.join("\n")).toContain("answers a turn that isn't there");
    expect(problems.join("\n")).toContain("two turns share a millisecond");
    await shop.ctx.db.conversation.delete({ where: { id: conversationId } });
    await shop.ctx.kv.redis.del(turnsKey(shop.teamId, conversationId));
  });
});
