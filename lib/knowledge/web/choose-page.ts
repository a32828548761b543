import type { Prisma } from "@/lib/db/generated/client";
import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { enqueue } from "@/lib/jobs/enqueue";
import { changeKnowledge } from "@/lib/knowledge/documents/change-knowledge";
import { dropDocuments } from "@/lib/knowledge/sources/drop-documents";
import { fetchSourceJob } from "@/lib/knowledge/sources/source-jobs";
import type { ChoosePageInput } from "./web-input";

/**
 * Leaves a page out: what was read of it goes, its documents go to the bin, and nobody fetches it any more. Or
 * takes it in again, also where its documents were deleted: it is fetched, and waits to be published. Throws
 * AppError `not_found`.
 */
export async function choosePage(
  ctx: ActorCtx,
  { botId, sourceId, pageId, choice }: ChoosePageInput,
): Promise<void> {
  const { actor } = ctx;
  const { teamId } = actor;
  requirePermission(actor, "knowledge.write");
  await changeKnowledge(ctx, botId, async (tx) => {
    const isNamed = isId(sourceId) && isId(pageId);
    const where = { id: pageId, teamId, sourceId, source: { botId, origin: "site" as const } };
    const found = isNamed ? await tx.sourcePage.findFirst({ where, include: { source: true } }) : null;
    const { source, ...page } = requireRow(found, "no such page of the bot");
    // Nothing is known of it any more, so that it comes whole when it is wanted again.
    const unread = { etag: null, lastModified: null, bodyHash: null, textHash: null };
    await tx.sourcePage.update({
      where: { id: pageId },
      data:
        choice === "left"
          ? { ...unread, choice }
          : { ...unread, choice, round: 0, state: "found", fault: null },
      select: { id: true },
    });
    await tx.sourcePart.deleteMany({ where: { pageId } });
    const detail = { botId, address: page.address, choice };
    await writeAudit(tx, actor, { action: "source.choose_page", targetId: sourceId, detail });
    if (choice === "left") {
      await dropDocuments(tx, { teamId, botId, sourceId, pageId });
      await endWaiting(tx, source);
    } else {
      await letComeBack(tx, { ...source, page });
      await tx.source.updateMany({
        where: { id: sourceId, state: { in: ["read", "ready", "failed"] } },
        data: { state: "queued", fault: null },
      });
      await enqueue(tx, fetchSourceJob, { sourceId }, { teamId, key: sourceId });
    }
  });
}

/** Nothing may be left that waits to be published. */
async function endWaiting(
  tx: Prisma.TransactionClient,
  { id, publishedAt }: { id: string; publishedAt: Date | null },
): Promise<void> {
  if (publishedAt === null || (await tx.sourcePart.count({ where: { sourceId: id } })) > 0) return;
  await tx.source.updateMany({ where: { id, state: "read" }, data: { state: "ready" } });
}

/** Whatever became of its documents: published, they answer again. */
async function letComeBack(
  tx: Prisma.TransactionClient,
  source: { id: string; teamId: string; knownKeys: string[]; page: { id: string; partKeys: string[] } },
): Promise<void> {
  const { id, teamId, knownKeys, page } = source;
  await tx.$executeRaw`
    UPDATE documents SET source = source || '{"isDropped": true}'
    WHERE team_id = ${teamId}::uuid AND deleted_at IS NOT NULL AND source->>'pageId' = ${page.id}`;
  const kept = knownKeys.filter((key) => !page.partKeys.includes(key));
  await tx.source.update({ where: { id }, data: { knownKeys: kept }, select: { id: true } });
}
