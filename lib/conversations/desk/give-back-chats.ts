import { sessionTouchMs } from "@/lib/accounts/sessions/session-lifetime";
import type { Ctx } from "@/lib/context";
import { republishChat } from "@/lib/conversations/feed/republish-chat";
import { Prisma } from "@/lib/db/generated/client";
import { nextState, nextStateAt } from "./chat-machine";

/** How long a member is away, with no page of the dashboard open, until words that wait for them wait for anybody. */
export const awayMs = 10 * 60_000;
/** That a session is in use is noted so often only. */
const unseenMs = awayMs + sessionTouchMs;

/**
 * Has chats wait for anybody again whose member has left: the team, or the dashboard, with words unanswered for ten
 * minutes, of which they have had the chat all the time. Doing so twice, or on two instances at once, changes nothing
 * more. Returns how many chats.
 */
export async function giveBackChats(ctx: Ctx): Promise<number> {
  const now = ctx.now();
  const at = Prisma.sql`${new Date(now)}::timestamptz`;
  const given = await ctx.db.$queryRaw<{ id: string; teamId: string }[]>`
    UPDATE conversations c SET state = ${nextState("left", at)}, state_at = ${nextStateAt(at)}, assignee_id = NULL,
      snoozed_until = NULL, snoozed_from = NULL
    WHERE c.state = 'taken' AND (c.assignee_id IS NULL OR (
      NOT EXISTS (
        SELECT FROM sessions s WHERE s.user_id = c.assignee_id AND s.team_id = c.team_id AND s.revoked_at IS NULL
          AND s.last_seen_at > ${new Date(now - unseenMs)}
      ) AND EXISTS (
        SELECT FROM messages m WHERE m.conversation_id = c.id AND m.author = 'visitor'
          AND GREATEST(m.created_at, c.taken_at) < ${new Date(now - awayMs)}
          AND m.id > COALESCE((
            SELECT r.id FROM messages r WHERE r.conversation_id = c.id AND r.author = 'agent' AND r.kind = 'message'
            ORDER BY r.id DESC LIMIT 1
          ), '00000000-0000-0000-0000-000000000000'::uuid)
      )
    ))
    RETURNING c.id::text AS id, c.team_id::text AS "teamId"`;
  for (const { id, teamId } of given) await republishChat(ctx, teamId, id);
  return given.length;
}
