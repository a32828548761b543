import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { changeKnowledge } from "@/lib/knowledge/documents/change-knowledge";
import { documentsOfSource } from "@/lib/knowledge/sources/document-of-part";
import type { SourceIdInput } from "@/lib/knowledge/sources/source-input";

/** Fetches a page or a site no more; its documents go to the bin. Throws AppError `not_found`. */
export async function removeAddress(ctx: ActorCtx, { botId, sourceId }: SourceIdInput): Promise<void> {
  const { actor } = ctx;
  const { teamId } = actor;
  requirePermission(actor, "knowledge.write");
  await changeKnowledge(ctx, botId, async (tx) => {
    const where = { id: sourceId, teamId, botId, origin: { not: "file" as const } };
    const found = isId(sourceId) ? await tx.source.findFirst({ where, select: { address: true } }) : null;
    const { address } = requireRow(found, "no such address of the bot");
    // Where they come from isn't there to be looked at any more.
    await tx.$executeRaw`
      UPDATE documents SET deleted_at = coalesce(deleted_at, now()), source = source - 'sourceId' - 'isDropped'
      WHERE team_id = ${teamId}::uuid AND bot_id = ${botId}::uuid
        AND external_id LIKE ${`${documentsOfSource(sourceId)}%`}`;
    await tx.source.delete({ where: { id: sourceId }, select: { id: true } });
    const detail = { botId, address };
    await writeAudit(tx, actor, { action: "source.remove", targetId: sourceId, detail });
  });
}
