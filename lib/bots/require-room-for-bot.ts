import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { holdTeam } from "@/lib/teams/hold-team";
import { botLimits } from "./settings/bot-input";

/**
 * Throws AppError `limit_exceeded` (`too_many_bots`) at the team's limit. Holds the team until the transaction ends, so
 * that two at once can't take the last place.
 */
export async function requireRoomForBot(tx: Prisma.TransactionClient, teamId: string): Promise<void> {
  await holdTeam(tx, teamId);
  if ((await tx.bot.count({ where: { teamId, deletedAt: null } })) < botLimits.botsInTeam) return;
  throw new AppError("limit_exceeded", "the team has as many bots as it may", { reason: "too_many_bots" });
}
