import { forgetBotToken } from "@/lib/bots/token/get-bot-by-token";
import type { Bot, Prisma } from "@/lib/db/generated/client";
import { isUuid } from "@/lib/db/is-uuid";
import { AppError } from "@/lib/errors";
import type { ActorCtx } from "@/lib/identity/actor";
import { type AuditRecord, writeAudit } from "@/lib/identity/write-audit";

/** What is written into a bot, and what is noted of it; `data: {}` is nothing to do. */
export type BotChange = {
  data: Prisma.BotUpdateManyMutationInput;
  audit: Omit<AuditRecord, "targetId">;
};

/**
 * Writes a bot of the actor's team with its audit entry, and lets the widget's path see it at once. `decide` is given the
 * bot as it is, which nobody else changes meanwhile. The caller has checked the permission. Throws AppError `not_found`, and
 * what `decide` throws.
 */
export async function changeBot(
  ctx: ActorCtx,
  botId: string,
  decide: (before: Bot) => BotChange,
): Promise<Bot> {
  const bot = await ctx.db.$transaction(async (tx) => {
    const where = { id: botId, teamId: ctx.actor.teamId, deletedAt: null };
    if (isUuid(botId)) await tx.$queryRaw`SELECT 1 FROM bots WHERE id = ${botId}::uuid FOR NO KEY UPDATE`;
    const before = isUuid(botId) ? await tx.bot.findFirst({ where }) : null;
    if (!before) throw new AppError("not_found", "no such bot in the actor's team");
    const { data, audit } = decide(before);
    if (Object.keys(data).length === 0) return before;
    await writeAudit(tx, ctx.actor, { ...audit, targetId: botId });
    return tx.bot.update({ where: { id: botId, teamId: ctx.actor.teamId }, data });
  });
  forgetBotToken(bot.widgetToken);
  return bot;
}
