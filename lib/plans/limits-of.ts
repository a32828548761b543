import type { Prisma } from "@/lib/db/generated/client";
import { env } from "@/lib/env";
import { isPlanName, type PlanLimits, type PlanName, plans } from "./plans";

const day = 24 * 60 * 60_000;

export type TeamPlan = {
  name: PlanName;
  /** When it ends; null for never. */
  until: Date | null;
  /** Nothing is lost then, and nothing new comes in. */
  isOver: boolean;
  limits: PlanLimits;
};

/** What a team's row says of its plan. */
export type StoredPlan = { plan: string; planUntil: Date | null };

/** Whether this server holds teams to their plans; else each may have as much as the ceilings let it. */
export function arePlansOn(): boolean {
  return env().PLANS === "on";
}

/** What a team may have now. Asks nothing where plans are off. */
export async function limitsOf(
  db: Pick<Prisma.TransactionClient, "team">,
  teamId: string,
  now: number = Date.now(),
): Promise<TeamPlan> {
  if (!arePlansOn()) return planOf({ plan: "unlimited", planUntil: null }, now);
  const where = { id: teamId };
  const stored = await db.team.findUniqueOrThrow({ where, select: { plan: true, planUntil: true } });
  return planOf(stored, now);
}

/** The plan of a row, as it is at that time. A name that this version doesn't know limits nothing. */
export function planOf({ plan, planUntil }: StoredPlan, now: number): TeamPlan {
  const name = arePlansOn() && isPlanName(plan) ? plan : "unlimited";
  const until = arePlansOn() ? planUntil : null;
  const isOver = until !== null && until.getTime() <= now;
  const { limits } = plans[name];
  return { name, until, isOver, limits: isOver ? { ...nothingNew, ...keptOf(limits) } : limits };
}

/** What a team begins with: the trial where plans are on. Teams from before they were have no limit. */
export function firstPlan(now: number): StoredPlan | Record<string, never> {
  if (!arePlansOn()) return {};
  return { plan: "trial", planUntil: new Date(now + plans.trial.days * day) };
}

const nothingNew = { bots: 0, messages: 0, documents: 0, characters: 0, seats: 0 };

function keptOf({ retentionDays }: PlanLimits) {
  return { retentionDays };
}
