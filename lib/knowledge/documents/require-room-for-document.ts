import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { requirePlanRoom } from "@/lib/plans/require-plan-room";
import { documentLimits } from "./document-limits";

/**
 * Throws AppError `limit_exceeded` (`too_many_documents`) at the bot's limit, or as `requirePlanRoom` does; inside
 * `changeKnowledge`, so none slips past.
 */
export async function requireRoomForDocument(
  tx: Prisma.TransactionClient,
  teamId: string,
  botId: string,
  more = 1,
): Promise<void> {
  await requirePlanRoom(tx, teamId, "documents", more, () =>
    tx.document.count({ where: { teamId, deletedAt: null, bot: { deletedAt: null } } }),
  );
  const count = await tx.document.count({ where: { teamId, botId, deletedAt: null } });
  if (count + more > documentLimits.documentsInBot) {
    throw new AppError("limit_exceeded", "the bot has as many documents as it may", {
      reason: "too_many_documents",
    });
  }
}
