import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { enqueue } from "@/lib/jobs/enqueue";
import type { ReadAgainInput } from "./source-input";
import { readSourceJob } from "./source-jobs";

/**
 * Reads a file once more that isn't published: after a failure, or in the encoding that somebody says (`""` for what it looks like).
 * Throws AppError `not_found`.
 */
export async function readAgain(ctx: ActorCtx, { botId, sourceId, encoding }: ReadAgainInput): Promise<void> {
  const { db, actor } = ctx;
  const { teamId } = actor;
  requirePermission(actor, "knowledge.write");
  await db.$transaction(async (tx) => {
    const where = { id: sourceId, teamId, botId, bot: { deletedAt: null } };
    const data = {
      ...{ state: "queued" as const, fault: null, progressDone: null, progressTotal: null },
      ...(encoding !== undefined && { encoding: encoding || null }),
      round: { increment: 1 },
    };
    const { count } =
      isId(sourceId) && isId(botId)
        ? await tx.source.updateMany({ where: { ...where, state: { not: "ready" } }, data })
        : { count: 0 };
    requireRow(count, "no such unpublished file of the bot");
    await enqueue(tx, readSourceJob, { sourceId }, { teamId, key: sourceId });
  });
}
