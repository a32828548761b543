import type { ActorCtx } from "@/lib/auth/actor";
import type { Bot, Prisma } from "@/lib/db/generated/client";
import { isUuid } from "@/lib/db/is-uuid";
import { AppError } from "@/lib/errors";
import { type AuditRecord, writeAudit } from "@/lib/teams/write-audit";
import { forgetBotToken } from "./get-bot-by-token";

/**
 * Writes a bot of the actor's team with its audit entry, and lets the widget's path see it at once. The caller has
 * checked the permission. Throws AppError `not_found`.
 */
export async function changeBot(
  ctx: ActorCtx,
  botId: string,
  data: Prisma.BotUpdateManyMutationInput,
  audit: Omit<AuditRecord, "targetId">,
): Promise<Bot> {
  const bot = await ctx.db.$transaction(async (tx) => {
    const where = { id: botId, teamId: ctx.actor.teamId, deletedAt: null };
    const [changed] = isUuid(botId) ? await tx.bot.updateManyAndReturn({ where, data }) : [];
    if (!changed) throw new AppError("not_found", "no such bot in the actor's team");
    await writeAudit(tx, ctx.actor, { ...audit, targetId: botId });
    return changed;
  });
  forgetBotToken(bot.widgetToken);
  return bot;
}
