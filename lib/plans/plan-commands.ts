import type { Ctx } from "@/lib/context";
import { isId } from "@/lib/id-input";
import { systemOf } from "@/lib/identity/actor";
import { writeAudit } from "@/lib/identity/write-audit";
import { atClock, showClock } from "@/lib/zone-clock";
import { isPlanName, planNames } from "./plans";
import { forgetUsage } from "./quota/usage-counter";

export type PlanRow = {
  id: string;
  name: string;
  plan: string;
  /** Its last day, in the team's time zone; null for no end. */
  until: string | null;
  timeZone: string;
};

const dayMs = 24 * 60 * 60_000;

/** For `npm run team:plan`: every team with its plan, the newest first. */
export async function listPlansCommand({ db }: Pick<Ctx, "db">): Promise<PlanRow[]> {
  const rows = await db.team.findMany({ select: columns, orderBy: { id: "desc" } });
  return rows.map(toRow);
}

/**
 * For `npm run team:plan -- TEAM PLAN --until DATE`: gives a team another plan, up to and with that day in its time
 * zone. A team is its id or its whole name. Throws an Error that says what is wrong.
 */
export async function setPlanCommand(
  { db, kv, now }: Pick<Ctx, "db" | "kv" | "now">,
  { team, plan, until }: { team: string; plan: string; until: string | null },
): Promise<PlanRow> {
  if (!isPlanName(plan)) throw new Error(`${plan} is no plan: ${planNames.join(", ")}`);
  const found = await findTeam(db, team);
  const planUntil = until === null ? null : endOf(until, found.timeZone);
  if (planUntil && planUntil.getTime() <= now()) throw new Error(`${until} has gone by`);
  const row = await db.$transaction(async (tx) => {
    const where = { id: found.id };
    const before = await tx.team.findUniqueOrThrow({ where, select: columns });
    const after = await tx.team.update({ where, data: { plan, planUntil }, select: columns });
    await writeAudit(tx, systemOf(found.id), {
      action: "team.plan",
      targetId: found.id,
      ...{ before: noteOf(before), after: noteOf(after) },
    });
    return toRow(after);
  });
  // Under a plan without a limit nobody counts along.
  await forgetUsage({ kv, now }, row.id, [row.timeZone]);
  return row;
}

const columns = { id: true, name: true, plan: true, planUntil: true, timeZone: true } as const;
type Stored = { id: string; name: string; plan: string; planUntil: Date | null; timeZone: string };

async function findTeam(db: Ctx["db"], team: string): Promise<Stored> {
  const where = isId(team) ? { id: team } : { name: team };
  const [found, another] = await db.team.findMany({ where, select: columns, take: 2 });
  if (!found) throw new Error(`${team}: no such team; npm run team:plan lists them`);
  if (another)
    throw new Error(`${team}: several teams have this name; say the id, npm run team:plan lists them`);
  return found;
}

/** The moment after a day, in a time zone. */
function endOf(day: string, timeZone: string): Date {
  const noon = Date.parse(`${day}T12:00Z`);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && new Date(noon || 0).toISOString().startsWith(day);
  if (!isDay) throw new Error(`${day} is no day, such as 2027-03-31`);
  return new Date(atClock(`${new Date(noon + dayMs).toISOString().slice(0, 10)}T00:00`, timeZone));
}

function toRow({ planUntil, ...row }: Stored): PlanRow {
  return { ...row, until: planUntil && showClock(planUntil.getTime() - 1, row.timeZone).slice(0, 10) };
}

function noteOf({ plan, planUntil }: Stored) {
  return { plan, until: planUntil?.toISOString() ?? null };
}
