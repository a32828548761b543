import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { documentLimits } from "./document-limits";

/**
 * Throws AppError `limit_exceeded` (`too_many_documents`) at the bot's limit; inside `changeKnowledge`, so
 * none slips past.
 */
export async function requireRoomForDocument(
  tx: Prisma.TransactionClient,
  teamId: string,
  botId: string,
  more = 1,
): Promise<void> {
  const count = await tx.document.count({ where: { teamId, botId, deletedAt: null } });
  if (count + more > documentLimits.documentsInBot) {
    throw new AppError("limit_exceeded", "the bot has as many documents as it may", {
      reason: "too_many_documents",
    });
  }
}
