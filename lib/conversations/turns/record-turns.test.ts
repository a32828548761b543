import { PrismaPg } from "@prisma/adapter-pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { SaidVisitor } from "@/lib/conversations/receive/visitor-input";
import { createDb, type Db } from "@/lib/db/client";
import { uuidv7, uuidv7Ms } from "@/lib/db/uuidv7";
import { createTestDb } from "@/test/fixtures/test-db";
import { recordBotTurn } from "./record-bot-turn";
import { type RecordedVisitorTurn, recordVisitorTurn, type VisitorTurnInput } from "./record-visitor-turn";

let test: Awaited<ReturnType<typeof createTestDb>>;
/** Another instance's way to the same database; the embedded one has one. */
let other: Db;
const teamId = uuidv7();
const botId = uuidv7();

beforeAll(async () => {
  test = await createTestDb();
  const { queue } = test;
  other =
    "databaseUrl" in queue
      ? createDb({ factory: new PrismaPg({ connectionString: queue.databaseUrl }) })
      : test.db;
  await test.db.team.create({ data: { id: teamId, name: "Tea" } });
  await test.db.bot.create({ data: { id: botId, teamId, name: "Shop", widgetToken: "a".repeat(32) } });
});
afterAll(async () => {
  if (other !== test.db) await other.$disconnect();
  await test.close();
});

const through = (db: typeof test.db) => ({ db, now: Date.now });

const question = (chatId: string, text = "可以退貨嗎?"): VisitorTurnInput => ({
  bot: { id: botId, teamId },
  chatId,
  text,
  domain: "shop.example.com",
  pageUrl: null,
  locale: "zh-TW",
});

describe("recordVisitorTurn and recordBotTurn", () => {
  it("make the conversation, its visitor and both turns, linked and ordered", async () => {
    const asked = await recordVisitorTurn(through(test.db), question("web_00000001"));
    expect(asked.conversation.isNew).toBe(true);
    const { turn: answered } = await recordBotTurn(through(test.db), {
      teamId,
      botName: "小茶",
      replyTo: asked.turn,
      bubbles: ["可以。", "七天內。"],
      sources: [{ title: "退貨", quote: "七天內", documentId: uuidv7(), versionId: uuidv7(), ordinal: 3 }],
      answered: true,
      confidence: 0.5,
      answeredBy: "model",
      durationMs: 1_234,
      tokens: { input: 900, output: 60 },
    });
    const rows = await test.db.message.findMany({
      where: { conversationId: asked.conversation.id },
      orderBy: { id: "asc" },
    });
    expect(rows.map((row) => [row.id, row.author, row.state, row.replyTo, row.bubbles])).toEqual([
      [asked.turn.id, "visitor", "complete", null, ["可以退貨嗎?"]],
      [answered.id, "bot", "complete", asked.turn.id, ["可以。", "七天內。"]],
    ]);
    expect(rows[1]?.sources).toEqual(answered.sources);
    const known = { botId, kind: "message", authorId: null };
    expect(rows).toMatchObject([
      { ...known, answeredBy: null, durationMs: null, inputTokens: null },
      { ...known, answeredBy: "model", durationMs: 1_234, inputTokens: 900, outputTokens: 60 },
    ]);
    expect(await test.db.visitor.count({ where: { botId } })).toBe(1);
  });

  it("give turns of one chat ids that only grow, also when 50 are written at once", async () => {
    const turns = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        recordVisitorTurn(through(test.db), question("web_00000002", `第 ${i} 問`)),
      ),
    );
    expect(turns.filter((turn) => turn.conversation.isNew)).toHaveLength(1);
    expect(new Set(turns.map((turn) => turn.conversation.id)).size).toBe(1);
    expect(new Set(turns.map((turn) => uuidv7Ms(turn.turn.id))).size).toBe(50);
  });

  it("never take the chat's last activity back, whatever the clock of the instance says", async () => {
    const asked = await recordVisitorTurn(through(test.db), question("web_00000004"));
    const { id } = asked.conversation;
    const ahead = new Date(Date.now() + 60_000);
    await test.db.conversation.update({ where: { id }, data: { lastActivityAt: ahead } });
    await answer(asked);
    const again = await recordVisitorTurn(through(test.db), question("web_00000004"));
    expect(again.conversation.lastActivityAt).toBe(ahead.getTime());
    const { lastActivityAt } = await test.db.conversation.findUniqueOrThrow({ where: { id } });
    expect(lastActivityAt).toEqual(ahead);
  });

  it("keep a chat's state: with its bot, waiting from a wish for a person, and taken as long as it is", async () => {
    const chat = question("web_00000005");
    const stateAfter = async (input: VisitorTurnInput) => {
      const { conversation } = await recordVisitorTurn(through(test.db), input);
      return (await test.db.conversation.findUniqueOrThrow({ where: { id: conversation.id } })).state;
    };
    expect(await stateAfter(chat)).toBe("bot");
    expect(await stateAfter({ ...chat, wantsPerson: true })).toBe("waiting");
    expect(await stateAfter(chat)).toBe("waiting");
    expect(await stateAfter({ ...question("web_00000006"), wantsPerson: true })).toBe("waiting");
    const where = { botId_chatId: { botId, chatId: chat.chatId } };
    await test.db.conversation.update({ where, data: { state: "taken" } });
    expect(await stateAfter({ ...chat, wantsPerson: true })).toBe("taken");
    await test.db.conversation.update({ where, data: { state: "closed" } });
    expect(await stateAfter({ ...chat, wantsPerson: true })).toBe("waiting");
  });

  it("let a wish for a person stand that comes after it was handed back by a clock that is ahead", async () => {
    const chat = { ...question("web_00000007"), wantsPerson: true };
    const { id } = (await recordVisitorTurn(through(test.db), chat)).conversation;
    const ahead = new Date(Date.now() + 60_000);
    await test.db.conversation.update({ where: { id }, data: { state: "bot", stateAt: ahead } });
    const { desk } = (await recordVisitorTurn(through(test.db), chat)).conversation;
    expect(desk.state).toBe("waiting");
    expect(desk.at).toBeGreaterThan(ahead.getTime());
  });

  it("keep the same chat id under another bot apart", async () => {
    const otherBot = uuidv7();
    await test.db.bot.create({ data: { id: otherBot, teamId, name: "Other", widgetToken: "b".repeat(32) } });
    const here = await recordVisitorTurn(through(test.db), question("web_00000003"));
    const there = await recordVisitorTurn(through(test.db), {
      ...question("web_00000003"),
      bot: { id: otherBot, teamId },
    });
    expect(there.conversation.id).not.toBe(here.conversation.id);
  });
});

describe("visitors", () => {
  const says = (chatId: string, visitor: Partial<SaidVisitor>, db = test.db) =>
    recordVisitorTurn(through(db), {
      ...question(chatId),
      visitor: { name: null, email: null, traits: {}, ...visitor },
    });
  const visitorOf = async (chatId: string) =>
    (
      await test.db.conversation.findUniqueOrThrow({
        where: { botId_chatId: { botId, chatId } },
        select: { visitor: { select: { id: true, key: true, name: true, email: true, traits: true } } },
      })
    ).visitor;

  it("come back by the address that their page says, whatever its case, and keep what isn't said again", async () => {
    await says("web_0000000a", { email: "Ming@example.com", name: "王小明", traits: { plan: "pro" } });
    const { conversation } = await says("web_0000000b", { email: "ming@EXAMPLE.com" });
    expect(conversation.visitor).toEqual({ name: "王小明", email: "ming@EXAMPLE.com" });
    expect(await visitorOf("web_0000000a")).toEqual(await visitorOf("web_0000000b"));
    expect(await visitorOf("web_0000000b")).toMatchObject({
      ...{ key: "email:ming@example.com", name: "王小明", traits: { plan: "pro" } },
    });
    await says("web_0000000b", { name: "小明" });
    await recordVisitorTurn(through(test.db), question("web_0000000b"));
    expect(await visitorOf("web_0000000a")).toMatchObject({ name: "小明", email: "ming@EXAMPLE.com" });
  });

  it("who say no address are of one chat, and take their chat along when they say it", async () => {
    await says("web_0000000c", { name: "阿華", traits: { plan: "free" } });
    await says("web_0000000d", { name: "阿華" });
    const [before, other] = [await visitorOf("web_0000000c"), await visitorOf("web_0000000d")];
    expect(before.id).not.toBe(other.id);
    expect(before.key).toBeNull();
    const { conversation } = await says("web_0000000c", { email: "hua@example.com" });
    expect(conversation).toMatchObject({ isNew: false, visitor: { name: "阿華", email: "hua@example.com" } });
    expect(await visitorOf("web_0000000c")).toMatchObject({ name: "阿華", traits: { plan: "free" } });
    await says("web_0000000d", { email: "hua@example.com" });
    expect((await visitorOf("web_0000000d")).id).toBe((await visitorOf("web_0000000c")).id);
    const left = await test.db.visitor.count({ where: { id: { in: [before.id, other.id] } } });
    expect(left).toBe(0);
    expect(await test.db.message.count({ where: { conversation: { chatId: "web_0000000c" } } })).toBe(2);
  });

  it("are one for first messages at once, and none of another bot's", async () => {
    const chats = Array.from({ length: 20 }, (_, at) => `web_000001${String(at).padStart(2, "0")}`);
    await Promise.all(chats.map((chatId) => says(chatId, { email: "at-once@example.com" })));
    const where = { key: "email:at-once@example.com" };
    expect(await test.db.visitor.count({ where })).toBe(1);
    expect(await test.db.conversation.count({ where: { visitor: where } })).toBe(20);
    const otherBot = uuidv7();
    await test.db.bot.create({ data: { id: otherBot, teamId, name: "Else", widgetToken: "c".repeat(32) } });
    const visitor = { name: null, email: "at-once@example.com", traits: {} };
    await recordVisitorTurn(through(test.db), {
      ...question("web_0000000e"),
      bot: { id: otherBot, teamId },
      visitor,
    });
    expect(await test.db.visitor.count({ where })).toBe(2);
  });

  it("say a name and an address at once in one chat, and neither waits for what the other holds", async () => {
    const chats = Array.from({ length: 5 }, (_, at) => `web_0000020${at}`);
    for (const chatId of chats) {
      await says(chatId, { name: "阿芳" });
      const former = await visitorOf(chatId);
      const { promise: letGo, resolve: go } = Promise.withResolvers<void>();
      const { promise: held, resolve: holds } = Promise.withResolvers<void>();
      const holding = test.db.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM conversations WHERE chat_id = ${chatId} FOR UPDATE`;
        holds();
        await letGo;
      });
      await held;
      const named = says(chatId, { name: "小芳" }, other);
      await waitersAre(1);
      const addressed = says(chatId, { email: `${chatId}@example.com` });
      await waitersAre(2);
      go();
      await Promise.all([holding, named, addressed]);
      expect(await visitorOf(chatId)).toMatchObject({ key: `email:${chatId}@example.com`, name: "小芳" });
      expect(await test.db.visitor.count({ where: { id: former.id } })).toBe(0);
      expect(await test.db.message.count({ where: { conversation: { chatId } } })).toBe(3);
    }
  });

  it("say names and addresses in many chats at once, first messages too", async () => {
    const chats = Array.from({ length: 40 }, (_, at) => `web_000003${String(at).padStart(2, "0")}`);
    for (const chatId of chats.slice(0, 20)) await says(chatId, { name: "阿芳" });
    await Promise.all(
      chats.flatMap((chatId) => [
        says(chatId, { email: `${chatId}@example.com` }),
        says(chatId, { name: "小芳" }, other),
      ]),
    );
    for (const [at, chatId] of chats.entries()) {
      expect(await visitorOf(chatId)).toMatchObject({ key: `email:${chatId}@example.com` });
      const count = await test.db.message.count({ where: { conversation: { chatId } } });
      expect(count).toBe(at < 20 ? 3 : 2);
    }
  });
});

/**
 * Until so many statements wait for a lock. The embedded database runs one at a time: there they wait
 * for it as a whole.
 */
async function waitersAre(count: number): Promise<void> {
  if (!inject("databaseUrl")) return;
  const waiters = async () => {
    const [row] = await test.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    return row?.count;
  };
  await expect.poll(waiters).toBe(count);
}

function answer({ turn }: RecordedVisitorTurn) {
  return recordBotTurn(through(test.db), {
    ...{
      teamId,
      botName: "小茶",
      replyTo: turn,
      bubbles: ["好"],
      sources: [],
      answered: true,
      confidence: 1,
    },
    ...{ answeredBy: "documents", durationMs: 1 },
  });
}
