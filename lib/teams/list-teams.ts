import type { Role } from "@/lib/db/generated/enums";
import type { ActorCtx } from "@/lib/identity/actor";

export type TeamItem = { id: string; name: string; role: Role; isCurrent: boolean };

/** The teams the actor belongs to, in the order they were joined. */
export async function listTeams({ db, actor }: ActorCtx): Promise<TeamItem[]> {
  const rows = await db.membership.findMany({
    where: { userId: actor.userId },
    select: { role: true, team: { select: { id: true, name: true } } },
    orderBy: [{ createdAt: "asc" }, { teamId: "asc" }],
  });
  return rows.map(({ role, team }) => ({ ...team, role, isCurrent: team.id === actor.teamId }));
}
