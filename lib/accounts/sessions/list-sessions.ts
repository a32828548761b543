import type { ActorCtx } from "@/lib/identity/actor";

export type SessionItem = {
  id: string;
  userAgent: string;
  teamName: string;
  lastSeenAt: Date;
  isCurrent: boolean;
};

/** The actor's own signed-in browsers, this one first, then the latest used. */
export async function listSessions({ db, actor }: ActorCtx): Promise<SessionItem[]> {
  const rows = await db.session.findMany({
    where: { userId: actor.userId, revokedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, userAgent: true, lastSeenAt: true, team: { select: { name: true } } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    take: 100,
  });
  return rows
    .map(({ team, ...row }) => ({ ...row, teamName: team.name, isCurrent: row.id === actor.sessionId }))
    .sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
}
