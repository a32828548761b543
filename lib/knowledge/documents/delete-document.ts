import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { changeKnowledge } from "./change-knowledge";
import type { DocumentIdInput } from "./document-input";

/** Moves a document to the bin, out of the bot's answers; `restoreDocument` brings it back. */
export async function deleteDocument(ctx: ActorCtx, { botId, documentId }: DocumentIdInput): Promise<void> {
  requirePermission(ctx.actor, "knowledge.write");
  await changeKnowledge(ctx, botId, async (tx) => {
    const where = { id: documentId, teamId: ctx.actor.teamId, botId, deletedAt: null };
    const data = { deletedAt: new Date() };
    const { count } = isId(documentId) ? await tx.document.updateMany({ where, data }) : { count: 0 };
    requireRow(count, "no such document in the bot");
    await writeAudit(tx, ctx.actor, { action: "document.delete", targetId: documentId, detail: { botId } });
  });
}
