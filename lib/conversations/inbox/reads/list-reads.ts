import type { ReadPosition } from "@/lib/conversations/turns/turn";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";

/**
 * How far the actor has read the team's conversations, by id; ids that the team doesn't have are left out. What was
 * written before the actor joined the team counts as read. Throws AppError `forbidden` without `chat.read`.
 */
export async function listReads(
  ctx: ActorCtx,
  conversationIds: readonly string[],
): Promise<Record<string, ReadPosition>> {
  requirePermission(ctx.actor, "chat.read");
  const { teamId, userId } = ctx.actor;
  const rows = await ctx.db.$queryRaw<(ReadPosition & { id: string })[]>`
    SELECT c.id::text AS id, c.visitor_turns AS "visitorTurns", COALESCE(r.seen_turns, CASE
      WHEN c.last_activity_at < m.created_at THEN c.visitor_turns
      WHEN c.created_at < m.created_at THEN (
        SELECT count(*)::int FROM messages t
        WHERE t.conversation_id = c.id AND t.author = 'visitor' AND t.created_at < m.created_at
      )
      ELSE 0
    END) AS "seenTurns"
    FROM conversations c
    JOIN memberships m ON m.team_id = c.team_id AND m.user_id = ${userId}::uuid
    LEFT JOIN chat_reads r ON r.team_id = c.team_id AND r.user_id = m.user_id AND r.conversation_id = c.id
    WHERE c.team_id = ${teamId}::uuid AND c.id = ANY(${[...conversationIds]}::uuid[])`;
  return Object.fromEntries(rows.map(({ id, seenTurns, visitorTurns }) => [id, { seenTurns, visitorTurns }]));
}
