import type { Ctx } from "@/lib/context";
import { arePlansOn, planOf } from "@/lib/plans/limits-of";
import { planNames, plans } from "@/lib/plans/plans";
import { type Month, monthOf } from "./month-of";

/** The teams whose plan counts messages, with the month that runs there. */
export async function listLimitedTeams({
  db,
  now,
}: Pick<Ctx, "db" | "now">): Promise<{ teamId: string; month: Month }[]> {
  if (!arePlansOn()) return [];
  const counting = planNames.filter((name) => plans[name].limits.messages !== null);
  const teams = await db.team.findMany({
    where: { plan: { in: counting } },
    select: { id: true, plan: true, planUntil: true, timeZone: true },
    orderBy: { id: "asc" },
  });
  return teams
    .filter((team) => !planOf(team, now()).isOver)
    .map(({ id, timeZone }) => ({ teamId: id, month: monthOf(now(), timeZone) }));
}
