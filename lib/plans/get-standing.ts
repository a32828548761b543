import type { Ctx } from "@/lib/context";
import { arePlansOn, planOf, type TeamPlan } from "./limits-of";
import { monthOf } from "./quota/month-of";
import { readMonth } from "./quota/read-month";

const soonMs = 3 * 24 * 60 * 60_000;

/** What a team should know of its plan on every page. `day` is the plan's last moment, Unix milliseconds. */
export type Standing =
  | { kind: "over" | "ends"; last: number; timeZone: string }
  | { kind: "full" | "nearly"; used: number; most: number };

/**
 * That a team's plan is over, that 80 or 100 percent of its month's messages are used, or that it ends within three
 * days; null for nothing to say. Asks nothing where plans are off.
 */
export async function getStanding(
  ctx: Pick<Ctx, "db" | "kv" | "now">,
  teamId: string,
): Promise<Standing | null> {
  if (!arePlansOn()) return null;
  const team = await ctx.db.team.findUnique({
    where: { id: teamId },
    select: { plan: true, planUntil: true, timeZone: true },
  });
  if (!team) return null;
  const now = ctx.now();
  const { timeZone } = team;
  const plan = planOf(team, now);
  const { limits } = plan;
  if (plan.isOver) return ending("over", plan, timeZone);
  const most = limits.messages;
  const used = most === null ? 0 : await readMonth(ctx, teamId, monthOf(now, timeZone));
  if (most !== null && used >= most) return { kind: "full", used, most };
  if (most !== null && used * 100 >= most * 80) return { kind: "nearly", used, most };
  return plan.until !== null && plan.until.getTime() - now <= soonMs ? ending("ends", plan, timeZone) : null;
}

function ending(kind: "over" | "ends", { until }: TeamPlan, timeZone: string): Standing | null {
  return until && { kind, last: until.getTime() - 1, timeZone };
}
