import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { countTeamCharacters } from "@/lib/knowledge/documents/versions/count-team-characters";
import { arePlansOn, planOf, type TeamPlan } from "@/lib/plans/limits-of";
import { monthOf } from "@/lib/plans/quota/month-of";
import { readMonth } from "@/lib/plans/quota/read-month";

export type Usage = {
  hasPlans: boolean;
  plan: TeamPlan;
  timeZone: string;
  used: Record<"messages" | "bots" | "documents" | "characters" | "seats", number>;
  /** The month that runs, `2026-12`, and each of its days so far, `2026-12-01`, the first one first. */
  month: string;
  days: { day: string; turns: number }[];
  /** Months before, the last one first. */
  months: { month: string; turns: number }[];
};

const mostMonths = 12;

/** What a team has used of its plan, and the course of its month. Throws AppError `forbidden`. */
export async function getUsage(ctx: ActorCtx): Promise<Usage> {
  requirePermission(ctx.actor, "team.manage");
  const { db, now, actor } = ctx;
  const { teamId } = actor;
  const team = await db.team.findUniqueOrThrow({
    where: { id: teamId },
    select: { plan: true, planUntil: true, timeZone: true },
  });
  const { timeZone } = team;
  const month = monthOf(now(), timeZone);
  const here = { teamId, deletedAt: null };
  const open = { teamId, acceptedAt: null, expiresAt: { gt: new Date(now()) } };
  const [messages, bots, documents, characters, members, invites, days, months] = await Promise.all([
    readMonth(ctx, teamId, month),
    db.bot.count({ where: here }),
    db.document.count({ where: { ...here, bot: { deletedAt: null } } }),
    countTeamCharacters(db, teamId),
    db.membership.count({ where: { teamId } }),
    db.invite.count({ where: open }),
    db.$queryRaw<{ day: string; turns: number }[]>`
      SELECT to_char(d.day, 'YYYY-MM-DD') AS day, COALESCE(sum(c.answered_turns), 0)::float8 AS turns
      FROM generate_series(${`${month.name}-01`}::timestamp,
          ${new Date(now())}::timestamptz AT TIME ZONE ${timeZone}, interval '1 day') AS d(day)
        LEFT JOIN quarter_counts c ON c.team_id = ${teamId}::uuid AND c.at >= ${new Date(month.start)}
          AND c.at < ${new Date(month.end)} AND date_trunc('day', c.at AT TIME ZONE ${timeZone}) = d.day
      GROUP BY d.day ORDER BY d.day`,
    db.monthUsage.groupBy({
      by: ["month"],
      where: { teamId, month: { lt: new Date(`${month.name}-01`) } },
      _sum: { turns: true },
      orderBy: { month: "desc" },
      take: mostMonths,
    }),
  ]);
  return {
    ...{ hasPlans: arePlansOn(), plan: planOf(team, now()), timeZone, month: month.name, days },
    used: { messages, bots, documents, characters, seats: members + invites },
    months: months.map(({ month, _sum }) => ({
      month: month.toISOString().slice(0, 7),
      turns: _sum.turns ?? 0,
    })),
  };
}
