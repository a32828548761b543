import { binStart } from "@/lib/bin/bin-days";
import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { changeKnowledge } from "./change-knowledge";
import type { DocumentIdInput } from "./document-input";
import { requireRoomForDocument } from "./require-room-for-document";

/** Undoes `deleteDocument`. Throws AppError `limit_exceeded` (`too_many_documents`) when its place was taken. */
export async function restoreDocument(ctx: ActorCtx, { botId, documentId }: DocumentIdInput): Promise<void> {
  requirePermission(ctx.actor, "knowledge.write");
  const { teamId } = ctx.actor;
  await changeKnowledge(ctx, botId, async (tx) => {
    await requireRoomForDocument(tx, teamId, botId);
    const where = { id: documentId, teamId, botId, deletedAt: { gt: binStart() } };
    const data = { deletedAt: null };
    const { count } = isId(documentId) ? await tx.document.updateMany({ where, data }) : { count: 0 };
    requireRow(count, "no such deleted document in the bot");
    // From now on it is deleted only when somebody deletes it.
    await tx.$executeRaw`
      UPDATE documents SET source = source - 'isDropped'
      WHERE id = ${documentId}::uuid AND team_id = ${teamId}::uuid AND source IS NOT NULL`;
    await writeAudit(tx, ctx.actor, { action: "document.restore", targetId: documentId, detail: { botId } });
  });
}
