import { forgetBotToken } from "@/lib/bots/token/get-bot-by-token";
import type { Prisma } from "@/lib/db/generated/client";
import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
import type { Actor, ActorCtx } from "@/lib/identity/actor";
import { enqueue } from "@/lib/jobs/enqueue";
import { embedBotJob } from "@/lib/knowledge/embedding/embed-bot-job";

/**
 * Runs `work` in one transaction with the step of the bot's knowledge version, and lets visitors' questions see the
 * outcome at once. Changes of one bot's knowledge wait for each other. The caller has checked the permission and done
 * all slow work. Throws AppError `not_found` without such a bot in the actor's team.
 */
export async function changeKnowledge<T>(
  ctx: ActorCtx<Actor>,
  botId: string,
  work: (tx: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  const where = { id: botId, teamId: ctx.actor.teamId, deletedAt: null };
  const { token, outcome } = await ctx.db.$transaction(
    async (tx) => {
      const data = { knowledgeVersion: { increment: 1 } };
      const [stepped] = isId(botId) ? await tx.bot.updateManyAndReturn({ where, data }) : [];
      const bot = requireRow(stepped, "no such bot in the actor's team");
      const outcome = await work(tx);
      const { teamId } = ctx.actor;
      if (ctx.embedder) await enqueue(tx, embedBotJob, { botId }, { teamId, key: botId });
      return { token: bot.widgetToken, outcome };
    },
    { timeout: 20_000 },
  );
  forgetBotToken(token);
  return outcome;
}
