import { Prisma } from "@/lib/db/generated/client";
import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { enqueue } from "@/lib/jobs/enqueue";
import type { ReadAgainInput } from "./source-input";
import { fetchSourceJob, readSourceJob } from "./source-jobs";

/**
 * Reads a file or a page of the web once more that isn't published: after a failure, or in the encoding that somebody
 * says (`""` for what it looks like). With what somebody says of a sheet's columns a file that is published too: what
 * came of it answers until its new reading is published. Throws AppError `not_found`.
 */
export async function readAgain(
  ctx: ActorCtx,
  { botId, sourceId, encoding, columns }: ReadAgainInput,
): Promise<void> {
  const { db, actor } = ctx;
  const { teamId } = actor;
  requirePermission(actor, "knowledge.write");
  await db.$transaction(async (tx) => {
    const where = { id: sourceId, teamId, botId, bot: { deletedAt: null } };
    const data = {
      ...{ state: "queued" as const, fault: null, progressDone: null, progressTotal: null },
      ...(encoding !== undefined && { encoding: encoding || null }),
      ...(columns !== undefined && { columns: columns ?? Prisma.DbNull }),
      round: { increment: 1 },
    };
    const unpublished = { state: { not: "ready" as const } };
    const which = columns === undefined ? unpublished : { OR: [unpublished, { origin: "file" as const }] };
    const [found] =
      isId(sourceId) && isId(botId)
        ? await tx.source.updateManyAndReturn({ where: { ...where, ...which }, data })
        : [];
    const { origin } = requireRow(found, "no such unpublished source of the bot");
    // What came of its pages before is as if it had never come.
    await tx.sourcePage.updateMany({ where: { sourceId }, data: { bodyHash: null, textHash: null } });
    await enqueue(
      tx,
      origin === "file" ? readSourceJob : fetchSourceJob,
      { sourceId },
      { teamId, key: sourceId },
    );
  });
}
