import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getChat } from "@/lib/conversations/inbox/get-chat";
import { getChatPage } from "@/lib/conversations/inbox/get-chat-page";
import { readArchivedChats } from "@/lib/conversations/inbox/read-archived-chats";
import { listReads } from "@/lib/conversations/inbox/reads/list-reads";
import { markAllRead } from "@/lib/conversations/inbox/reads/mark-all-read";
import { searchChats } from "@/lib/conversations/inbox/search-chats";
import { rateTurn } from "@/lib/conversations/receive/rate-turn";
import { failVisitorTurn } from "@/lib/conversations/turns/fail-visitor-turn";
import { recordBotTurn } from "@/lib/conversations/turns/record-bot-turn";
import { recordVisitorTurn } from "@/lib/conversations/turns/record-visitor-turn";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx } from "@/lib/identity/actor";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { type ChatQuery, chatViews, readChatQuery, writeChatQuery } from "./chat-query";
import { countViews } from "./count-views";
import { dayStart } from "./day-start";
import { isInQuery } from "./is-in-query";

describe("a query in an address", () => {
  const read = (address: string) => {
    const params = new URLSearchParams(address);
    return readChatQuery((name) => params.get(name));
  };

  it("is the same when it is read again, always in one order, and short", () => {
    const bot = "01234567-89ab-7cde-8f01-23456789abcd";
    const address = `view=mine&bot=${bot}&site=shop.example.com%3A8080&rating=down&tag=%E9%80%80%E8%B2%A8&from=2026-11-01&to=2026-11-30`;
    expect(writeChatQuery(read(address))).toBe(address);
    expect(writeChatQuery(read(address.split("&").reverse().join("&")))).toBe(address);
    expect(writeChatQuery(read("view=all"))).toBe("");
  });

  it("leaves out what it can't be", () => {
    const bad = "view=%00&bot=1&site=&rating=sideways&tag=&from=2026-02-30&to=2026-1-1";
    expect(writeChatQuery(read(bad))).toBe("");
    for (const day of ["0000-01-01", "0001-01-01", "1899-12-31"])
      expect(writeChatQuery(read(`from=${day}&to=${day}`))).toBe("");
  });
});

describe("a day", () => {
  it("begins when the clocks of the zone say so, also where they are changed", () => {
    const iso = (day: string, zone: string, later?: number) =>
      new Date(dayStart(day, zone, later)).toISOString();
    expect(iso("2026-11-29", "Asia/Taipei")).toBe("2026-11-28T16:00:00.000Z");
    expect(iso("2026-11-29", "Asia/Taipei", 1)).toBe("2026-11-29T16:00:00.000Z");
    expect(iso("2026-03-29", "Europe/Berlin")).toBe("2026-03-28T23:00:00.000Z");
    expect(iso("2026-03-29", "Europe/Berlin", 1)).toBe("2026-03-29T22:00:00.000Z");
  });
});

describe("views and filters", () => {
  let shop: Awaited<ReturnType<typeof createTestShop>>;
  let me: ActorCtx;
  let other: ActorCtx;
  const chatIds: string[] = [];
  beforeAll(async () => {
    shop = await createTestShop();
    [me, other] = [await addMember(), await addMember()];
    const states = ["bot", "waiting", "taken", "taken", "snoozed", "closed"] as const;
    for (const [index, state] of states.entries()) {
      for (const answered of [true, false]) {
        const chatId = `web_00000${index}${answered ? "a" : "b"}0`;
        const { turn, conversation } = await record(chatId, index % 2 === 0 ? "shop.example.com" : null);
        const { turn: reply } = await answer(turn, answered);
        if (answered)
          await rateTurn(shop.ctx, bot(), {
            chatId,
            messageId: reply.id,
            rating: index < 3 ? "up" : "down",
            reason: "",
          });
        chatIds.push(conversation.id);
        await shop.ctx.db.conversation.update({
          where: { id: conversation.id },
          data: {
            state,
            stateAt: new Date(index),
            snoozedUntil: state === "snoozed" ? new Date("2027-01-01") : null,
            ...(answered && { tags: ["退貨"], taggedAt: new Date(index) }),
            assigneeId: state === "taken" ? (index === 2 ? me : other).actor.userId : null,
            lastActivityAt: new Date(`2026-11-2${index}T${answered ? "15" : "16"}:30:00Z`),
          },
        });
      }
    }
    // Said to a member, and not answered at all.
    await record("web_000002a0", null);
    const failing = await record("web_000000a0", null);
    await failVisitorTurn(shop.ctx, shop.teamId, failing.turn);
  });
  afterAll(() => shop.close());

  const bot = () => ({ id: shop.botId, teamId: shop.teamId });
  const record = (chatId: string, domain: string | null) =>
    recordVisitorTurn(shop.ctx, { bot: bot(), chatId, text: "問", domain, pageUrl: null, locale: null });
  const answer = (replyTo: Parameters<typeof recordBotTurn>[1]["replyTo"], answered: boolean) =>
    recordBotTurn(shop.ctx, {
      ...{ teamId: shop.teamId, botName: "小茶", replyTo, bubbles: ["答"], sources: [], answered },
      ...{ confidence: 0.4, answeredBy: "documents", durationMs: 1 },
    });
  const addMember = async (): Promise<ActorCtx> => {
    const userId = uuidv7();
    const { db } = shop.ctx;
    await db.user.create({
      data: { id: userId, email: `${userId}@example.com`, name: "客服", passwordHash: "" },
    });
    await db.membership.create({
      data: { teamId: shop.teamId, userId, role: "agent", createdAt: new Date(0) },
    });
    return { ...shop.actorCtx, actor: { ...shop.actorCtx.actor, userId } };
  };

  const filters: Omit<ChatQuery, "view">[] = [
    {},
    { site: "shop.example.com" },
    { rating: "up" },
    { tag: "退貨" },
    { rating: "down", site: "shop.example.com" },
    { from: "2026-11-22", to: "2026-11-23" },
    { to: "2026-11-21" },
    { from: "1900-01-01", to: "9999-12-31" },
    { bot: "01234567-89ab-7cde-8f01-23456789abcd" },
  ];

  it("are the same in the archive and on the screen, and are counted so", async () => {
    const known = await readArchivedChats(shop.ctx, shop.teamId, { limit: 100 });
    expect(known).toHaveLength(12);
    const viewer = { userId: me.actor.userId, timeZone: "Asia/Taipei" };
    const sizes: number[] = [];
    for (const filter of filters) {
      const counts = await countViews(me, { ...filter, view: "closed" });
      for (const view of chatViews) {
        const query = { ...filter, view };
        const { chats, hasOlder } = await getChatPage(me, { query });
        const here = known.filter(isInQuery(query, viewer)).map(({ id }) => id);
        expect([query, chats.map(({ id }) => id).sort(), hasOlder]).toEqual([query, here.sort(), false]);
        expect([query, counts[view]]).toEqual([query, here.length]);
        // All of them hold it.
        const found = await searchChats(me, { text: "問", query });
        expect([query, found.map(({ id }) => id).sort()]).toEqual([query, here.sort()]);
        sizes.push(here.length);
      }
    }
    // all, waiting, mine, unassigned, unanswered, snoozed, bot, closed
    expect(sizes.slice(0, 8)).toEqual([12, 2, 2, 4, 6, 2, 2, 2]);
    expect(sizes.slice(8).filter((size) => size > 0).length).toBeGreaterThan(15);
    expect(Object.values(await countViews(shop.strangerCtx, { view: "all" }))).toEqual([
      0, 0, 0, 0, 0, 0, 0, 0,
    ]);
  });

  it("are marked as read all at once, of those that ask for this member's eyes", async () => {
    const unseen = async (ctx: ActorCtx) =>
      Object.values(await listReads(ctx, chatIds)).filter(
        ({ seenTurns, visitorTurns }) => seenTurns < visitorTurns,
      ).length;
    const before = await unseen(me);
    expect(await markAllRead(me, { view: "waiting" })).toBe(2);
    expect(await unseen(me)).toBe(before - 2);
    expect(await markAllRead(me, { view: "all" })).toBe(7);
    expect(await unseen(other)).toBe(before);
    expect(await markAllRead(shop.strangerCtx, { view: "all" })).toBe(0);
  });

  it("know the thumbs that stand in a chat now", async () => {
    const [first] = chatIds;
    const reply = await shop.ctx.db.message.findFirstOrThrow({
      where: { conversationId: first ?? "", author: "bot" },
    });
    const rate = (rating: "up" | "down" | null) =>
      rateTurn(shop.ctx, bot(), { chatId: "web_000000a0", messageId: reply.id, rating, reason: "" });
    const thumbs = async () => (await getChat(me, first ?? "")).chat.chats.flatMap(({ ratings }) => ratings);
    expect(await thumbs()).toEqual(["up"]);
    await rate("down");
    expect(await thumbs()).toEqual(["down"]);
    await rate(null);
    expect(await thumbs()).toEqual([]);
  });
});
