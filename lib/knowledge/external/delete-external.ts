import { requireRow } from "@/lib/db/require-row";
import type { ActorCtx, Asker } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { changeKnowledge } from "@/lib/knowledge/documents/change-knowledge";
import { type ExternalKind, externalKey } from "./external-document";

/**
 * Moves what a program put to the bin, out of the bot's answers; putting it again brings it back. Throws AppError
 * `forbidden` without `knowledge.write`, `not_found`.
 */
export async function deleteExternal(
  ctx: ActorCtx<Asker>,
  { botId, kind, externalId }: { botId: string; kind: ExternalKind; externalId: string },
): Promise<void> {
  requirePermission(ctx.actor, "knowledge.write");
  await changeKnowledge(ctx, botId, async (tx) => {
    const key = externalKey(kind, externalId);
    const where = { teamId: ctx.actor.teamId, botId, externalId: key, deletedAt: null };
    const data = { deletedAt: new Date(ctx.now()) };
    const [gone] = await tx.document.updateManyAndReturn({ where, data, select: { id: true } });
    const { id: targetId } = requireRow(gone, "nothing was put under this id");
    await writeAudit(tx, ctx.actor, { action: "document.delete", targetId, detail: { botId, externalId } });
  });
}
