import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mergeTurns } from "@/lib/conversations/turns/merge-turns";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx } from "@/lib/identity/actor";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { listChats } from "../list-chats";
import { listQueriedChats } from "../list-queried-chats";
import { mergeChats } from "../merge-chats";
import { countUnread } from "./count-unread";
import { listReads } from "./list-reads";
import { markRead, markReadInput } from "./mark-read";

let shop: Awaited<ReturnType<typeof createTestShop>>;
beforeAll(async () => {
  shop = await createTestShop();
});
afterAll(() => shop.close());

async function member(joinedAt = new Date(0)): Promise<ActorCtx> {
  const userId = uuidv7();
  await shop.ctx.db.user.create({
    data: { id: userId, name: "店員", email: `${userId}@example.com`, passwordHash: "" },
  });
  await shop.ctx.db.membership.create({
    data: { teamId: shop.teamId, userId, role: "agent", createdAt: joinedAt },
  });
  return { ...shop.ctx, actor: { ...shop.actorCtx.actor, userId } };
}

async function unreadOf(ctx: ActorCtx, id: string): Promise<number | undefined> {
  const chat = (await listChats(ctx)).find((candidate) => candidate.id === id);
  const reads = await listReads(ctx, [id]);
  return chat && countUnread(chat, reads[id]);
}

describe("unread turns", () => {
  it("are the visitor's turns since a member read the chat, for each member apart", async () => {
    const [first, second] = [await member(), await member()];
    const { conversationId: id } = await shop.exchange("web_00000001", "一");
    await shop.exchange("web_00000001", "二");
    expect(await unreadOf(first, id)).toBe(2);
    expect(await markRead(first, id, 2)).toEqual({ seenTurns: 2 });
    await shop.exchange("web_00000001", "三");
    expect(await unreadOf(first, id)).toBe(1);
    expect(await unreadOf(second, id)).toBe(3);
  });

  it("only shrink: an older position that comes late, or one beyond the end, changes nothing wrongly", async () => {
    const ctx = await member();
    const { conversationId: id } = await shop.exchange("web_00000002", "一");
    await shop.exchange("web_00000002", "二");
    await Promise.all([1, 2, 1].map((seen) => markRead(ctx, id, seen)));
    expect(await markRead(ctx, id, 0)).toEqual({ seenTurns: 2 });
    expect(await markRead(ctx, id, 1_000_000)).toEqual({ seenTurns: 2 });
    await shop.exchange("web_00000002", "三");
    expect(await unreadOf(ctx, id)).toBe(1);
  });

  it("leave out what was written before the member joined", async () => {
    const { conversationId: old } = await shop.exchange("web_00000003", "以前");
    const { conversationId: ongoing, asked } = await shop.exchange("web_00000004", "以前");
    const ctx = await member(new Date(asked.at + 1));
    await shop.exchange("web_00000004", "現在");
    expect(await unreadOf(ctx, old)).toBe(0);
    expect(await unreadOf(ctx, ongoing)).toBe(1);
  });

  it("count exactly when one visitor writes twenty turns at once", async () => {
    const ctx = await member();
    const { conversationId: id } = await shop.exchange("web_00000005", "一");
    await Promise.all(Array.from({ length: 20 }, (_, i) => shop.exchange("web_00000005", `${i}`)));
    expect(await unreadOf(ctx, id)).toBe(21);
  });

  it("are nobody's business in another team", async () => {
    const { conversationId: id } = await shop.exchange("web_00000006", "一");
    await expect(markRead(shop.strangerCtx, id, 1)).rejects.toMatchObject({ code: "not_found" });
    expect(await listReads(shop.strangerCtx, [id])).toEqual({});
    expect(await shop.ctx.db.chatRead.count({ where: { conversationId: id } })).toBe(0);
    const ctx = await member();
    for (const seenTurns of ["x", -1, 1.5, null, undefined, 2 ** 40])
      expect(markReadInput.safeParse({ seenTurns }).success).toBe(false);
    await expect(markRead(ctx, "../x", 1)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("listQueriedChats", () => {
  const query = { view: "all" } as const;

  it("goes on where the list ends, without gaps or repeats among chats of the same millisecond", async () => {
    for (let i = 0; i < 6; i++) await shop.exchange(`web_0000010${i}`, "問");
    await shop.ctx.db.conversation.updateMany({
      where: { chatId: { startsWith: "web_0000010" } },
      data: { lastActivityAt: new Date("2026-01-01") },
    });
    const all = await shop.ctx.db.conversation.findMany({
      where: { teamId: shop.teamId },
      orderBy: [{ lastActivityAt: "desc" }, { id: "desc" }],
    });
    for (const [index, { id, lastActivityAt }] of all.entries()) {
      const page = await listQueriedChats(shop.actorCtx, {
        query,
        after: { id, at: lastActivityAt.getTime() },
      });
      expect(page.map((chat) => chat.id)).toEqual(all.slice(index + 1).map((row) => row.id));
    }
    const newest = { id: all[0]?.id ?? "", at: all[0]?.lastActivityAt.getTime() ?? 0 };
    expect(await listQueriedChats(shop.strangerCtx, { after: newest, query })).toEqual([]);
    expect(
      await listQueriedChats(shop.actorCtx, { after: newest, query: { view: "all", bot: uuidv7() } }),
    ).toEqual([]);
    await expect(
      listQueriedChats(shop.actorCtx, { after: { ...newest, id: "x" }, query }),
    ).rejects.toMatchObject({
      code: "invalid_input",
    });
  });
});

describe("merging", () => {
  it("keeps a chat's newer summary and its greater count, whichever comes first", async () => {
    const { conversationId: id } = await shop.exchange("web_00000007", "舊");
    const before = (await listChats(shop.actorCtx)).filter((chat) => chat.id === id);
    await shop.exchange("web_00000007", "新");
    const after = (await listChats(shop.actorCtx)).filter((chat) => chat.id === id);
    for (const order of [
      [before, after],
      [after, before],
    ]) {
      let merged = mergeChats(new Map(), []);
      for (const read of order) merged = mergeChats(merged, read);
      expect([...merged.values()]).toEqual(after);
    }
  });

  it("never makes an ended turn pending again", async () => {
    const { asked } = await shop.exchange("web_00000008", "一");
    const failed = { ...asked, state: "failed" as const };
    expect(mergeTurns([asked, failed, asked])).toEqual([failed]);
  });
});
