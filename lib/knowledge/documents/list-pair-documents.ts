import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";

const most = 100;

/** A bot's documents of question-answer pairs that answer, last changed first, 100 at most. */
export async function listPairDocuments(
  { db, actor }: ActorCtx,
  botId: string,
): Promise<{ id: string; title: string }[]> {
  requirePermission(actor, "knowledge.read");
  const rows = await db.document.findMany({
    where: {
      ...{ teamId: actor.teamId, botId, sourceKind: "answers", deletedAt: null, offAt: null },
      publishedVersionId: { not: null },
    },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: most,
    select: { id: true, name: true },
  });
  return rows.map(({ id, name }) => ({ id, title: name }));
}
