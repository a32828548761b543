import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { arePlansOn, limitsOf, type TeamPlan } from "./limits-of";
import type { PlanLimits } from "./plans";

type Counted = Exclude<keyof PlanLimits, "messages" | "retentionDays">;

const reasons = {
  bots: "plan_bots",
  documents: "plan_documents",
  characters: "plan_characters",
  seats: "plan_seats",
} as const satisfies Record<Counted, string>;

/**
 * Throws AppError `limit_exceeded` where the team's plan has no room for so many more: `plan_over` when it has ended,
 * else by what there is too much of. Holds the team until the transaction ends, so that two at once can't take the last
 * place. `count` is asked only where there is a limit.
 */
export async function requirePlanRoom(
  tx: Prisma.TransactionClient,
  teamId: string,
  what: Counted,
  more: number,
  count: () => Promise<number>,
): Promise<void> {
  if (!arePlansOn() || more <= 0) return;
  await tx.$queryRaw`SELECT 1 FROM teams WHERE id = ${teamId}::uuid FOR NO KEY UPDATE`;
  const plan = await limitsOf(tx, teamId);
  const limit = plan.limits[what];
  if (limit === null || (!plan.isOver && (await count()) + more <= limit)) return;
  throw noRoom(plan, reasons[what]);
}

/** Throws AppError `limit_exceeded` (`plan_retention`) where the plan lets conversations be kept less long. */
export function requirePlanRetention({ limits }: Pick<TeamPlan, "limits">, days: number | null): void {
  if (limits.retentionDays === null || (days !== null && days <= limits.retentionDays)) return;
  throw new AppError("limit_exceeded", "longer than the plan keeps them", { reason: "plan_retention" });
}

function noRoom({ isOver, name }: TeamPlan, reason: (typeof reasons)[Counted]): AppError {
  return isOver
    ? new AppError("limit_exceeded", `the plan ${name} is over`, { reason: "plan_over" })
    : new AppError("limit_exceeded", `the plan ${name} has no more room`, { reason });
}
