import { requireBot } from "@/lib/bots/require-bot";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import type { FindingInput } from "./finding-input";
import { requireFinding } from "./require-finding";

/**
 * Says that a finding is right as it stands: it stays away as long as its texts are the same. Throws AppError
 * `not_found` where it stands no more.
 */
export async function dismissFinding(ctx: ActorCtx, { botId, key }: FindingInput): Promise<void> {
  requirePermission(ctx.actor, "knowledge.write");
  await requireFinding(ctx, { botId, key });
  const { teamId } = ctx.actor;
  await ctx.db.$transaction(async (tx) => {
    await tx.findingDismissal.createMany({ data: [{ teamId, botId, key }], skipDuplicates: true });
    await writeAudit(tx, ctx.actor, { action: "finding.dismiss", targetId: botId, detail: { botId } });
  });
}

/** Undoes {@link dismissFinding}. */
export async function recallFinding(ctx: ActorCtx, { botId, key }: FindingInput): Promise<void> {
  requirePermission(ctx.actor, "knowledge.write");
  await requireBot(ctx, botId);
  await ctx.db.findingDismissal.deleteMany({ where: { teamId: ctx.actor.teamId, botId, key } });
}
