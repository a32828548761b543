import { binStart } from "@/lib/bin/bin-days";
import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import type { BotIdInput } from "./bot-id-input";
import { requireRoomForBot } from "./require-room-for-bot";
import { forgetBotToken } from "./token/get-bot-by-token";

/**
 * Takes a bot out of the bin, with its token, documents and conversations. `hasNamesake`: another bot of the team has
 * the same name by now. Throws AppError `not_found`, `limit_exceeded` (`too_many_bots`).
 */
export async function restoreBot(
  ctx: ActorCtx,
  { botId }: BotIdInput,
): Promise<{ name: string; hasNamesake: boolean }> {
  requirePermission(ctx.actor, "bot.delete");
  const { teamId } = ctx.actor;
  const { token, ...restored } = await ctx.db.$transaction(async (tx) => {
    const where = { id: botId, teamId, deletedAt: { gt: binStart() } };
    const isInBin = isId(botId) && (await tx.bot.count({ where })) > 0;
    if (isInBin) await requireRoomForBot(tx, teamId);
    const [restored] = isInBin ? await tx.bot.updateManyAndReturn({ where, data: { deletedAt: null } }) : [];
    const { name, widgetToken } = requireRow(restored, "no such bot in the team's bin");
    const namesakes = await tx.bot.count({ where: { teamId, name, deletedAt: null, NOT: { id: botId } } });
    await writeAudit(tx, ctx.actor, { action: "bot.restore", targetId: botId, detail: { name } });
    return { token: widgetToken, name, hasNamesake: namesakes > 0 };
  });
  forgetBotToken(token);
  return restored;
}
