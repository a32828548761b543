import type { Ctx } from "@/lib/context";
import { isId } from "@/lib/id-input";
import type { Member } from "@/lib/identity/actor";
import { sessionLifetimeMs, sessionTouchMs } from "./session-lifetime";

type Row = Omit<Member, "kind"> & { lastSeenAt: Date };

/**
 * Who a session id stands for right now: session, user, team and membership in one query. Null when the session ended,
 * was revoked, or its user is no longer in the team. Use moves the end of the session, noted every five minutes.
 */
export async function findMember(ctx: Pick<Ctx, "db" | "now">, sessionId: string): Promise<Member | null> {
  if (!isId(sessionId)) return null;
  const { db } = ctx;
  const now = new Date(ctx.now());
  const [row] = await db.$queryRaw<Row[]>`
    SELECT s.id::text AS "sessionId", u.id::text AS "userId", u.name AS "userName", u.email,
           t.id::text AS "teamId", t.name AS "teamName", m.role::text AS role, s.last_seen_at AS "lastSeenAt"
    FROM sessions s
    JOIN users u ON u.id = s.user_id
    JOIN memberships m ON m.user_id = s.user_id AND m.team_id = s.team_id
    JOIN teams t ON t.id = s.team_id
    WHERE s.id = ${sessionId}::uuid AND s.revoked_at IS NULL AND s.expires_at > ${now}`;
  if (!row) return null;
  const { lastSeenAt, ...member } = row;
  if (now.getTime() - lastSeenAt.getTime() >= sessionTouchMs) {
    await db.session.updateMany({
      where: { id: sessionId, revokedAt: null },
      data: { lastSeenAt: now, expiresAt: new Date(now.getTime() + sessionLifetimeMs) },
    });
  }
  return { kind: "member", ...member };
}
