import type { Ctx } from "@/lib/context";
import { publishTurn } from "@/lib/conversations/feed/publish-turn";
import { foldBubbles } from "@/lib/conversations/turns/fold-bubbles";
import { recordBotTurn } from "@/lib/conversations/turns/record-bot-turn";
import { recordVisitorTurn } from "@/lib/conversations/turns/record-visitor-turn";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx } from "@/lib/identity/actor";
import { createKv } from "@/lib/kv/client";
import { createTestContext } from "./test-context";
import { createTestDb } from "./test-db";

/** A team with one bot on stores of its own. */
export async function createTestShop() {
  const { db, queue, close: closeDb } = await createTestDb();
  const kv = createKv({ KV_REST_API_URL: undefined, KV_REST_API_TOKEN: undefined, REDIS_URL: undefined });
  const ctx = createTestContext({ db, kv });
  const teamId = uuidv7();
  const botId = uuidv7();
  await db.team.create({ data: { id: teamId, name: "茶行" } });
  await db.bot.create({ data: { id: botId, teamId, name: "小茶", widgetToken: botId.replaceAll("-", "") } });

  /** One question and its answer, in both stores; through another instance's stores where they are given. */
  const exchange = async (chatId: string, text: string, through: Ctx = ctx) => {
    const bot = { id: botId, teamId };
    const asked = await recordVisitorTurn(through, {
      bot,
      chatId,
      text,
      domain: null,
      pageUrl: null,
      locale: null,
    });
    const { id, startedAt, domain, visitorTurns, lastAsked, desk, ratings, tags, isNew } = asked.conversation;
    const summary = { id, botId, chatId, domain, startedAt, visitorTurns, lastAsked, desk, ratings, tags };
    await publishTurn(through, { teamId, summary, turn: asked.turn, isNew });
    const { turn: reply } = await recordBotTurn(through, {
      teamId,
      botName: "小茶",
      replyTo: asked.turn,
      bubbles: [`答：${text}`],
      sources: [],
      answered: true,
      confidence: 0.4,
      answeredBy: "documents",
      durationMs: 12,
    });
    await publishTurn(through, { teamId, summary, turn: reply, isNew: false });
    return { conversationId: id, asked: asked.turn, reply };
  };

  return {
    ctx,
    queue,
    teamId,
    botId,
    exchange,
    actorCtx: actorOf(ctx, teamId),
    strangerCtx: actorOf(ctx, uuidv7()),
    close: async () => {
      await kv.close();
      await closeDb();
    },
  };
}

function actorOf(ctx: Ctx, teamId: string): ActorCtx {
  const actor = {
    kind: "member" as const,
    sessionId: uuidv7(),
    userId: uuidv7(),
    userName: "客服",
    email: "a@example.com",
    teamName: "茶行",
  };
  return { ...ctx, actor: { ...actor, teamId, role: "agent" } };
}

/** Chats of one turn each in the archive, 「塞滿第1號」 the oldest. Returns their ids, newest first. */
export async function fillChats(
  { teamId, botId, ctx }: Pick<Awaited<ReturnType<typeof createTestShop>>, "teamId" | "botId" | "ctx">,
  count: number,
): Promise<string[]> {
  const chats = Array.from({ length: count }, (_, index) => ({ id: uuidv7(), visitorId: uuidv7(), index }));
  await ctx.db.visitor.createMany({ data: chats.map(({ visitorId: id }) => ({ id, teamId, botId })) });
  await ctx.db.conversation.createMany({
    data: chats.map(({ id, visitorId, index }) => ({
      ...{
        id,
        teamId,
        botId,
        visitorId,
        lastAsked: `塞滿第${index + 1}號`,
        chatId: `web_1${String(index).padStart(7, "0")}`,
        lastTurnMs: 1n,
      },
      lastActivityAt: new Date(index * 1_000),
    })),
  });
  await ctx.db.message.createMany({
    data: chats.map(({ id, index }) => {
      const bubbles = [`塞滿第${index + 1}號`];
      const folded = foldBubbles(bubbles);
      return {
        id: uuidv7(),
        teamId,
        conversationId: id,
        author: "visitor",
        state: "complete",
        bubbles,
        folded,
      };
    }),
  });
  return chats.map(({ id }) => id).reverse();
}
