import type { Prisma } from "@/lib/db/generated/client";
import { arePlansOn } from "@/lib/plans/limits-of";
import { requirePlanRoom } from "@/lib/plans/require-plan-room";
import { countTeamCharacters } from "./count-team-characters";

/**
 * Throws AppError `limit_exceeded` where the team's plan has no room for a document's new text. One that grows no
 * longer is always taken, also past the limit.
 */
export async function requireRoomForText(
  tx: Prisma.TransactionClient,
  teamId: string,
  documentId: string,
  content: string,
): Promise<void> {
  if (!arePlansOn()) return;
  const document = await tx.document.findFirst({
    where: { id: documentId, teamId },
    select: { publishedVersion: { select: { content: true } } },
  });
  const more = content.length - (document?.publishedVersion?.content.length ?? 0);
  await requirePlanRoom(tx, teamId, "characters", more, () => countTeamCharacters(tx, teamId));
}
