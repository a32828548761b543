import { z } from "zod";
import { sendPulse } from "@/lib/conversations/feed/send-pulse";
import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";

export const markReadInput = z.object({
  /** How many of the visitor's turns were on the screen. */
  seenTurns: z.int().min(0).max(2_147_483_647),
});

const unknownChat = "no such conversation in this team";

/**
 * Notes how far the actor has read a conversation; a position only grows, and never past what there is. Returns the
 * position that stands now. Throws AppError `forbidden` without `chat.read`, `not_found` for an id that the team
 * doesn't have.
 */
export async function markRead(
  ctx: ActorCtx,
  conversationId: string,
  seenTurns: number,
): Promise<{ seenTurns: number }> {
  requirePermission(ctx.actor, "chat.read");
  const { teamId, userId } = ctx.actor;
  const id = requireRow(isId(conversationId) ? conversationId : null, unknownChat);
  const [row] = await ctx.db.$queryRaw<{ seenTurns: number }[]>`
    INSERT INTO chat_reads AS r (team_id, user_id, conversation_id, seen_turns)
    SELECT c.team_id, ${userId}::uuid, c.id, LEAST(${seenTurns}::int, c.visitor_turns)
    FROM conversations c WHERE c.team_id = ${teamId}::uuid AND c.id = ${id}::uuid
    ON CONFLICT (team_id, user_id, conversation_id)
    DO UPDATE SET seen_turns = GREATEST(r.seen_turns, EXCLUDED.seen_turns)
    RETURNING seen_turns AS "seenTurns"`;
  const position = requireRow(row, unknownChat);
  await sendPulse(ctx, teamId, { type: "seen", chat: id });
  return position;
}
