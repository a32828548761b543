import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { requirePlanRoom } from "@/lib/plans/require-plan-room";
import { holdTeam } from "@/lib/teams/hold-team";
import { botLimits } from "./settings/bot-input";

/**
 * Throws AppError `limit_exceeded` (`too_many_bots`) at the team's limit, or as `requirePlanRoom` does. Holds the team
 * until the transaction ends, so that two at once can't take the last place.
 */
export async function requireRoomForBot(tx: Prisma.TransactionClient, teamId: string): Promise<void> {
  await holdTeam(tx, teamId);
  const count = () => tx.bot.count({ where: { teamId, deletedAt: null } });
  await requirePlanRoom(tx, teamId, "bots", 1, count);
  if ((await count()) < botLimits.botsInTeam) return;
  throw new AppError("limit_exceeded", "the team has as many bots as it may", { reason: "too_many_bots" });
}
