import type { ActorCtx } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { createTestDb } from "@/lib/db/test-db";
import { uuidv7 } from "@/lib/db/uuidv7";
import { createKv } from "@/lib/kv/client";
import { publishTurn } from "./publish-turn";
import { recordBotTurn } from "./record-bot-turn";
import { recordVisitorTurn } from "./record-visitor-turn";

/** A team with one bot on stores of its own. */
export async function createTestShop() {
  const { db, close: closeDb } = await createTestDb();
  const kv = createKv({ KV_REST_API_URL: undefined, KV_REST_API_TOKEN: undefined, REDIS_URL: undefined });
  const ctx: Ctx = { db, kv };
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
    const { id, startedAt, domain, visitorTurns, isNew } = asked.conversation;
    const summary = { id, botId, chatId, domain, startedAt, visitorTurns };
    await publishTurn(through, { teamId, summary, turn: asked.turn, isNew });
    const reply = await recordBotTurn(through, {
      teamId,
      botName: "小茶",
      replyTo: asked.turn,
      bubbles: [`答：${text}`],
      sources: [],
      answered: true,
      confidence: 0.4,
    });
    await publishTurn(through, { teamId, summary, turn: reply, isNew: false });
    return { conversationId: id, asked: asked.turn, reply };
  };

  return {
    ctx,
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
    sessionId: uuidv7(),
    userId: uuidv7(),
    userName: "客服",
    email: "a@example.com",
    teamName: "茶行",
  };
  return { ...ctx, actor: { ...actor, teamId, role: "agent" } };
}
