import { z } from "zod";
import { AppError } from "@/lib/errors";
import { idInput } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { retryJobs } from "./retry-jobs";

export const retryJobInput = z.strictObject({ jobId: idInput });

/**
 * Has a job of the actor's team that failed begin anew, or one that waits for another try begin now; one that runs or
 * is done stays so. Throws AppError `forbidden` or `not_found`.
 */
export async function retryJob(ctx: ActorCtx, { jobId }: z.output<typeof retryJobInput>): Promise<void> {
  requirePermission(ctx.actor, "team.manage");
  const job = await ctx.db.job.findFirst({
    where: { id: jobId, teamId: ctx.actor.teamId },
    select: { id: true },
  });
  if (!job) throw new AppError("not_found", "no such job in the actor's team");
  await retryJobs(ctx, [jobId]);
}
