import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { enqueue } from "@/lib/jobs/enqueue";
import type { SourceIdInput } from "@/lib/knowledge/sources/source-input";
import { fetchSourceJob } from "@/lib/knowledge/sources/source-jobs";

/** Looks anew whether what is fetched changed; all of it answers on meanwhile. Throws AppError `not_found`. */
export async function checkSource(ctx: ActorCtx, { botId, sourceId }: SourceIdInput): Promise<void> {
  const { db, actor } = ctx;
  const { teamId } = actor;
  requirePermission(actor, "knowledge.write");
  await db.$transaction(async (tx) => {
    const where = { id: sourceId, teamId, botId, bot: { deletedAt: null }, origin: { not: "file" as const } };
    const { count } =
      isId(sourceId) && isId(botId)
        ? await tx.source.updateMany({
            where,
            data: { state: "queued", fault: null, round: { increment: 1 } },
          })
        : { count: 0 };
    requireRow(count, "no such address of the bot");
    await enqueue(tx, fetchSourceJob, { sourceId }, { teamId, key: sourceId });
  });
}
