import type { PageChoice } from "@/lib/db/generated/enums";
import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { enqueue } from "@/lib/jobs/enqueue";
import type { SourceIdInput } from "./source-input";
import { publishSourceJob } from "./source-jobs";

/**
 * Lets what was read of a source answer soon, of a site all pages but those left out. What is under way or done stays
 * so. Throws AppError `not_found`.
 */
export async function publishSource(ctx: ActorCtx, { botId, sourceId }: SourceIdInput): Promise<void> {
  const { db, actor } = ctx;
  requirePermission(actor, "knowledge.write");
  const where = { id: sourceId, teamId: actor.teamId, botId, bot: { deletedAt: null } };
  const found =
    isId(sourceId) && isId(botId) ? await db.source.findFirst({ where, select: { name: true } }) : null;
  const { name } = requireRow(found, "no such file of the bot");
  await db.$transaction(async (tx) => {
    const { count } = await tx.source.updateMany({
      where: { id: sourceId, teamId: actor.teamId, state: { in: ["read", "indexing"] } },
      data: { state: "indexing", fault: null },
    });
    if (count === 0) return;
    const pages = {
      sourceId,
      choice: { in: ["open", "wanted"] satisfies PageChoice[] },
      state: "read" as const,
    };
    await tx.sourcePage.updateMany({ where: pages, data: { choice: "taken" } });
    await enqueue(tx, publishSourceJob, { sourceId }, { teamId: actor.teamId, key: sourceId });
    await writeAudit(tx, actor, { action: "source.publish", targetId: sourceId, detail: { botId, name } });
  });
}
