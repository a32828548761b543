import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDb } from "@/lib/db/test-db";
import { uuidv7, uuidv7Ms } from "@/lib/db/uuidv7";
import { recordBotTurn } from "./record-bot-turn";
import { recordVisitorTurn, type VisitorTurnInput } from "./record-visitor-turn";

let test: Awaited<ReturnType<typeof createTestDb>>;
const teamId = uuidv7();
const botId = uuidv7();

beforeAll(async () => {
  test = await createTestDb();
  await test.db.team.create({ data: { id: teamId, name: "Tea" } });
  await test.db.bot.create({ data: { id: botId, teamId, name: "Shop", widgetToken: "a".repeat(32) } });
});
afterAll(() => test.close());

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
    const asked = await recordVisitorTurn(test, question("web_00000001"));
    expect(asked.conversation.isNew).toBe(true);
    const answered = await recordBotTurn(test, {
      teamId,
      botName: "小茶",
      replyTo: asked.turn,
      bubbles: ["可以。", "七天內。"],
      sources: [{ title: "退貨", quote: "七天內", documentId: uuidv7() }],
      answered: true,
      confidence: 0.5,
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
    expect(await test.db.visitor.count({ where: { botId } })).toBe(1);
  });

  it("give turns of one chat ids that only grow, also when 50 are written at once", async () => {
    const turns = await Promise.all(
      Array.from({ length: 50 }, (_, i) => recordVisitorTurn(test, question("web_00000002", `第 ${i} 問`))),
    );
    expect(turns.filter((turn) => turn.conversation.isNew)).toHaveLength(1);
    expect(new Set(turns.map((turn) => turn.conversation.id)).size).toBe(1);
    expect(new Set(turns.map((turn) => uuidv7Ms(turn.turn.id))).size).toBe(50);
  });

  it("keep the same chat id under another bot apart", async () => {
    const otherBot = uuidv7();
    await test.db.bot.create({ data: { id: otherBot, teamId, name: "Other", widgetToken: "b".repeat(32) } });
    const here = await recordVisitorTurn(test, question("web_00000003"));
    const there = await recordVisitorTurn(test, {
      ...question("web_00000003"),
      bot: { id: otherBot, teamId },
    });
    expect(there.conversation.id).not.toBe(here.conversation.id);
  });
});
