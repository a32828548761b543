import { z } from "zod";
import { requireRow } from "@/lib/db/require-row";
import { idInput } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";

export const setBotAlertsInput = z.strictObject({ botId: idInput, isOn: z.stringbool("invalid") });

/**
 * Says whether the actor is told of a bot's visitors. Throws AppError `not_found` for a bot that their team doesn't
 * have.
 */
export async function setBotAlerts(
  { db, actor }: ActorCtx,
  { botId, isOn }: z.output<typeof setBotAlertsInput>,
): Promise<void> {
  const { teamId, userId } = actor;
  const bot = await db.bot.findFirst({ where: { id: botId, teamId, deletedAt: null }, select: { id: true } });
  requireRow(bot, "no such bot in this team");
  const muted = { teamId, userId, botId };
  if (isOn) await db.mutedBot.deleteMany({ where: muted });
  else await db.mutedBot.createMany({ data: muted, skipDuplicates: true });
}
