import { beforeEach, describe, expect, it } from "vitest";
import { rateTurn } from "@/lib/conversations/receive/rate-turn";
import { completeMessages } from "@/lib/conversations/turns/complete-messages";
import { purgeConversations } from "@/lib/conversations/upkeep/purge-conversations";
import type { Prisma } from "@/lib/db/generated/client";
import { uuidv7 } from "@/lib/db/uuidv7";
import { eraseBot } from "@/lib/upkeep/erase-bot";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { countTurns } from "./count-turns";

let shop: Awaited<ReturnType<typeof createTestShop>>;
beforeEach(async () => {
  shop = await createTestShop();
  await completeMessages(shop.ctx);
  return () => shop.close();
});

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A quarter-hour that has just begun, some days ago. */
const noon = Math.floor(Date.now() / day) * day - 5 * day + 12 * hour;
const justNow = () => Date.now();

type Turn = Partial<Prisma.MessageUncheckedCreateInput>;

/** A chat of one visitor that began at `ms` with such turns, each a millisecond after the other. */
async function addChat(ms: number, turns: Turn[], botId = shop.botId) {
  const { teamId, ctx } = shop;
  const base = { teamId, botId };
  const conversationId = uuidv7(ms);
  const visitorId = uuidv7(ms);
  await ctx.db.visitor.create({ data: { ...base, id: visitorId } });
  await ctx.db.conversation.create({
    data: {
      ...{ ...base, id: conversationId, visitorId, chatId: `web_${conversationId.replaceAll("-", "")}` },
      ...{ lastTurnMs: BigInt(ms), createdAt: new Date(ms), lastActivityAt: new Date(ms) },
    },
  });
  const data = turns.map((turn, at) => ({
    ...{ ...base, conversationId, id: uuidv7(ms + at), createdAt: new Date(ms + at) },
    ...{ author: "visitor" as const, state: "complete" as const, bubbles: ["？"], ...turn },
  }));
  await ctx.db.message.createMany({ data });
  return { conversationId, ids: data.map(({ id }) => id) };
}

const asked: Turn = {};
const answer: Turn = { author: "bot", answered: true, answeredBy: "documents" };

/** Counts by their times, without what is 0. */
async function readCounts(botId = shop.botId) {
  const rows = await shop.ctx.db.quarterCount.findMany({ where: { botId }, orderBy: { at: "asc" } });
  return rows.map(({ botId: _, teamId: __, at, ...facts }) => [
    at.getTime(),
    Object.fromEntries(Object.entries(facts).filter(([, count]) => count > 0)),
  ]);
}

async function readUsage() {
  const rows = await shop.ctx.db.monthUsage.findMany({ orderBy: [{ month: "asc" }, { turns: "asc" }] });
  return rows.map(({ month, turns }) => [month.toISOString().slice(0, 10), turns]);
}

describe("countTurns", () => {
  it("waits until the turns of an earlier release are complete", async () => {
    await shop.ctx.db.checkpoint.deleteMany();
    await addChat(noon, [asked, answer]);
    expect(await countTurns(shop.ctx)).toBeNull();
    expect(await readCounts()).toEqual([]);
  });

  it("counts each kind of fact in the quarter-hour in which it happened", async () => {
    await addChat(noon - 1, [asked, answer]);
    await addChat(noon, [
      ...[asked, { ...answer, answeredBy: "model" as const }],
      ...[asked, { ...answer, answered: false }],
      ...[asked, { ...answer, answered: null, answeredBy: "small_talk" as const }],
      ...[asked, { ...answer, answered: null, answeredBy: "person" as const }],
      ...[asked, { ...answer, answeredBy: null }],
      { ...asked, state: "failed" },
      { ...asked, state: "pending" },
      { kind: "note", author: "agent" },
    ]);
    await addChat(noon + 15 * minute, [
      { ...answer, rating: "up", ratedAt: new Date(noon + 30 * minute) },
      { ...answer, rating: "down", ratedAt: new Date(noon + 45 * minute - 1) },
      { ...answer, rating: null, ratedAt: new Date(noon + 30 * minute) },
    ]);
    await countTurns(shop.ctx);
    expect(await readCounts()).toEqual([
      // The answer came a millisecond later, when the next had begun.
      [noon - 15 * minute, { visitorTurns: 1, answeredTurns: 1, newChats: 1 }],
      [
        noon,
        {
          ...{ visitorTurns: 7, answeredTurns: 5, newChats: 1, byModel: 1, byDocuments: 2, bySmallTalk: 1 },
          ...{ personWishes: 1, byUnknown: 1, unanswered: 1 },
        },
      ],
      [noon + 15 * minute, { newChats: 1, byDocuments: 3 }],
      [noon + 30 * minute, { ratedUp: 1, ratedDown: 1 }],
    ]);
  });

  it("counts a chat of more turns than a statement reads, once, however often it runs", async () => {
    const turns = Array.from({ length: 700 }, () => [asked, answer]).flat();
    await addChat(noon, turns);
    for (let run = 0; run < 3; run++) {
      // As if it had never run, and as it usually runs.
      if (run === 1) await shop.ctx.db.checkpoint.deleteMany({ where: { job: "count-turns" } });
      await countTurns(shop.ctx);
      expect(await readCounts()).toEqual([
        [noon, { visitorTurns: 700, answeredTurns: 700, newChats: 1, byDocuments: 700 }],
      ]);
      expect((await readUsage()).map(([, turns]) => turns)).toEqual([700]);
    }
  });

  it("counts what came since, and what was written late", async () => {
    const start = justNow() - 30 * minute;
    await addChat(start, [asked]);
    await countTurns(shop.ctx);
    await addChat(start, [asked, answer]);
    await shop.exchange("web_00000001", "運費？");
    await countTurns(shop.ctx);
    const sum = (await readCounts()).reduce(
      (all, [, facts]) => all + Number(Object(facts).visitorTurns ?? 0),
      0,
    );
    expect(sum).toBe(3);
    expect(await countTurns(shop.ctx)).toBeGreaterThan(justNow() - minute);
  });

  it("follows a rating that is changed and taken back soon, and keeps an old one", async () => {
    const { reply } = await shop.exchange("web_00000001", "運費？");
    await addChat(noon, [{ ...answer, rating: "up", ratedAt: new Date(noon) }]);
    const rate = (rating: "up" | "down" | null) =>
      rateTurn(
        shop.ctx,
        { id: shop.botId, teamId: shop.teamId },
        { chatId: "web_00000001", messageId: reply.id, rating, reason: "" },
      );
    const ratings = async () => {
      await countTurns(shop.ctx);
      const rows = await shop.ctx.db.quarterCount.findMany();
      return [
        rows.reduce((all, row) => all + row.ratedUp, 0),
        rows.reduce((all, row) => all + row.ratedDown, 0),
      ];
    };
    await rate("up");
    expect(await ratings()).toEqual([2, 0]);
    await rate("down");
    expect(await ratings()).toEqual([1, 1]);
    await rate(null);
    expect(await ratings()).toEqual([1, 0]);
    await shop.ctx.db.message.updateMany({ where: { rating: "up" }, data: { rating: null, ratedAt: null } });
    await shop.ctx.db.checkpoint.deleteMany({ where: { job: "count-turns" } });
    expect(await ratings()).toEqual([1, 0]);
  });

  it("keeps past counts when retention deletes chats, also if all is counted again", async () => {
    await addChat(noon - 60 * day, [asked, answer, asked, answer]);
    await addChat(noon, [asked, answer]);
    await countTurns(shop.ctx);
    const [counts, usage] = [await readCounts(), await readUsage()];
    await shop.ctx.db.bot.update({ where: { id: shop.botId }, data: { retentionDays: 30 } });
    expect(await purgeConversations(shop.ctx)).toBe(1);
    await addChat(noon - 60 * day, [asked, answer]);
    await shop.ctx.db.checkpoint.deleteMany({ where: { job: "count-turns" } });
    await countTurns(shop.ctx);
    expect(await readCounts()).toEqual(counts);
    expect(await readUsage()).toEqual(usage);
  });

  it("sums usage by the months of the team's time zone, which a deleted bot leaves as they were", async () => {
    const { db } = shop.ctx;
    const botId = uuidv7();
    await db.bot.create({
      data: { id: botId, teamId: shop.teamId, name: "別的", widgetToken: "d".repeat(32) },
    });
    // In Taipei the month begins 8 hours earlier.
    const newMonth = Date.UTC(2020, 7, 31, 16);
    await addChat(newMonth - 10, [asked, answer, asked, answer]);
    await addChat(newMonth, [asked, answer, { ...asked, state: "failed" }]);
    await addChat(newMonth + day, [asked, answer, asked, asked, asked], botId);
    await countTurns(shop.ctx);
    const expected = [
      ["2020-08-01", 2],
      ["2020-09-01", 1],
      ["2020-09-01", 4],
    ];
    expect(await readUsage()).toEqual(expected);
    const bot = { id: botId, teamId: shop.teamId };
    await db.bot.update({ where: { id: botId }, data: { deletedAt: new Date(0) } });
    // Between its steps too.
    while ((await eraseBot(shop.ctx, bot, 50)) > 0) await countTurns(shop.ctx);
    expect(await db.bot.findUnique({ where: { id: botId } })).toBeNull();
    expect(await readCounts(botId)).toEqual([]);
    await countTurns(shop.ctx);
    expect(await readUsage()).toEqual(expected);
    await db.team.delete({ where: { id: shop.teamId } });
    expect(await readUsage()).toEqual([]);
    expect(await db.quarterCount.count()).toBe(0);
  });

  it("goes on where it was stopped", async () => {
    await addChat(noon - 3 * day, [asked, answer]);
    await addChat(noon, [asked, answer]);
    const stopping = new AbortController();
    stopping.abort();
    await expect(countTurns(shop.ctx, stopping.signal)).rejects.toThrow();
    await countTurns(shop.ctx);
    expect((await readCounts()).map(([at]) => at)).toEqual([noon - 3 * day, noon]);
  });
});
