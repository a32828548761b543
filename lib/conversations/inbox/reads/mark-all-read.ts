import { sendPulse } from "@/lib/conversations/feed/send-pulse";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import type { ChatQuery } from "../query/chat-query";
import { chatsWhere, unansweredChats } from "../query/chats-where";
import { viewerOf } from "../query/viewer-of";

/**
 * Notes that the actor has read all there is in those chats a query wants that ask for their eyes: the others count for
 * nothing. Returns how many there are. Throws AppError `forbidden` without `chat.read`.
 */
export async function markAllRead(ctx: ActorCtx, query: ChatQuery): Promise<number> {
  requirePermission(ctx.actor, "chat.read");
  const { teamId, userId } = ctx.actor;
  const mine = { state: "taken", assigneeId: userId } as const;
  const chats = await ctx.db.conversation.findMany({
    where: {
      teamId,
      bot: { deletedAt: null },
      AND: [
        chatsWhere(query, await viewerOf(ctx, query)),
        { OR: [{ state: "waiting" }, mine, unansweredChats] },
      ],
    },
    select: { id: true, state: true, assigneeId: true },
  });
  await ctx.db.$executeRaw`
    INSERT INTO chat_reads AS r (team_id, user_id, conversation_id, seen_turns)
    SELECT c.team_id, ${userId}::uuid, c.id, c.visitor_turns FROM conversations c
    WHERE c.team_id = ${teamId}::uuid AND c.id = ANY(${chats.map(({ id }) => id)}::uuid[]) ORDER BY c.id
    ON CONFLICT (team_id, user_id, conversation_id)
    DO UPDATE SET seen_turns = GREATEST(r.seen_turns, EXCLUDED.seen_turns)`;
  // Visitors are told how far who has their chat has read.
  for (const { id, assigneeId } of chats)
    if (assigneeId === userId) await sendPulse(ctx, teamId, { type: "seen", chat: id });
  return chats.length;
}
