import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listChats } from "@/lib/conversations/inbox/list-chats";
import { uuidv7 } from "@/lib/db/uuidv7";
import { turnsKey } from "@/lib/kv/keys";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { getTranscript } from "./get-transcript";

let shop: Awaited<ReturnType<typeof createTestShop>>;
beforeAll(async () => {
  shop = await createTestShop();
});
afterAll(() => shop.close());

describe("getTranscript", () => {
  it("has each turn once, in order, with the question complete once it is answered", async () => {
    const first = await shop.exchange("web_0000000a", "一");
    const second = await shop.exchange("web_0000000a", "二");
    const turns = await getTranscript(shop.actorCtx, first.conversationId);
    expect(turns.map(({ id }) => id)).toEqual([
      first.asked.id,
      first.reply.id,
      second.asked.id,
      second.reply.id,
    ]);
    expect(turns.map(({ state }) => state)).toEqual(["complete", "complete", "complete", "complete"]);
  });

  it("comes whole from the archive when the store lost it, before and after the next turn", async () => {
    const before = await shop.exchange("web_0000000b", "之前");
    await shop.ctx.kv.redis.flushdb();
    const after = await shop.exchange("web_0000000b", "之後");
    const ids = [before.asked.id, before.reply.id, after.asked.id, after.reply.id];
    expect((await getTranscript(shop.actorCtx, before.conversationId)).map(({ id }) => id)).toEqual(ids);

    await shop.ctx.kv.redis.flushdb();
    expect((await getTranscript(shop.actorCtx, before.conversationId)).map(({ id }) => id)).toEqual(ids);
    expect(await shop.ctx.kv.redis.xlen(turnsKey(shop.teamId, before.conversationId))).toBe(4);
  });

  it("is not found for another team, an unknown id and no id at all", async () => {
    const { conversationId } = await shop.exchange("web_0000000c", "別人的");
    await expect(getTranscript(shop.strangerCtx, conversationId)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(getTranscript(shop.actorCtx, uuidv7())).rejects.toMatchObject({ code: "not_found" });
    await expect(getTranscript(shop.actorCtx, "../../etc")).rejects.toMatchObject({ code: "not_found" });
  });

  it("keeps what visitors write as it is, whatever it looks like", async () => {
    const texts = ["123", "true", "null", '{"a":1}', "12345678901234567890", "👍🏽", "\\u0000", "<b>粗</b>"];
    for (const text of texts) await shop.exchange("web_0000000d", text);
    const { conversationId } = await shop.exchange("web_0000000d", "完");
    const turns = await getTranscript(shop.actorCtx, conversationId);
    expect(turns.filter(({ author }) => author === "visitor").map(({ bubbles }) => bubbles[0])).toEqual([
      ...texts,
      "完",
    ]);
  });
});

describe("listChats", () => {
  it("lists newest activity first, also after the store lost everything but the newest chat", async () => {
    const older = await shop.exchange("web_000000e1", "舊");
    const newer = await shop.exchange("web_000000e2", "新");
    expect((await listChats(shop.actorCtx)).slice(0, 2).map(({ id }) => id)).toEqual([
      newer.conversationId,
      older.conversationId,
    ]);
    await shop.ctx.kv.redis.flushdb();
    await shop.exchange("web_000000e1", "又來了");
    const chats = await listChats(shop.actorCtx);
    expect(chats.slice(0, 2).map(({ id }) => id)).toEqual([older.conversationId, newer.conversationId]);
    expect(chats[0]?.lastTurn).toEqual({
      author: "bot",
      text: "答：又來了",
      answered: true,
      state: "complete",
    });
  });

  it("shows nothing of another team", async () => {
    expect(await listChats(shop.strangerCtx)).toEqual([]);
  });
});
