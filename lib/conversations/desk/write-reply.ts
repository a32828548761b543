import { publishTurn } from "@/lib/conversations/feed/publish-turn";
import { toChatFacts, withVisitor } from "@/lib/conversations/inbox/to-chat-summary";
import { toTurn } from "@/lib/conversations/turns/archived-turn";
import { foldBubbles } from "@/lib/conversations/turns/fold-bubbles";
import type { Turn, TurnPicture } from "@/lib/conversations/turns/turn";
import { findWritten, turnTail } from "@/lib/conversations/turns/turn-tail";
import { requireRow } from "@/lib/db/require-row";
import { AppError } from "@/lib/errors";
import type { ActorCtx } from "@/lib/identity/actor";

type Reply = {
  conversationId: string;
  text: string;
  /** Of a picture that is kept for the chat: it is held from then on, and the text is the word for it. */
  picture?: TurnPicture;
  /** Made for each reply: sent again it is the same reply. */
  key: string;
};

/**
 * Writes what the member who has a chat says to its visitor, and shows it on all screens; `isNew` is false where the
 * same reply stood there already. Where the visitor left an address, it waits from then on to be mailed, unless their
 * page shows it first. Throws AppError `not_found` for an id that the team doesn't have, `conflict` where somebody else
 * has the chat (reason `chat_taken`), it is closed (`chat_closed`), or nobody has it (`chat_not_taken`).
 */
export async function writeReply(
  ctx: ActorCtx,
  { conversationId, text, picture, key }: Reply,
): Promise<{ turn: Turn; isNew: boolean }> {
  const { db, actor } = ctx;
  const { teamId, userId } = actor;
  const now = ctx.now();
  const at = new Date(now);
  const tail = turnTail(conversationId, userId, key);
  const [written] = await db.$queryRaw<{ id: string }[]>`
    WITH conversation AS (
      UPDATE conversations c SET last_turn_ms = GREATEST(${BigInt(now)}, last_turn_ms + 1),
        last_activity_at = GREATEST(${at}, last_activity_at), unanswered = false, handled_at = ${at}
      WHERE team_id = ${teamId}::uuid AND id = ${conversationId}::uuid AND state = 'taken' AND assignee_id = ${userId}::uuid
        AND NOT EXISTS (SELECT FROM messages m WHERE m.conversation_id = c.id AND right(m.id::text, 22) = ${tail})
        AND EXISTS (SELECT FROM bots b WHERE b.team_id = c.team_id AND b.id = c.bot_id AND b.deleted_at IS NULL)
      RETURNING id, team_id, bot_id, last_turn_ms, said_email
    ), held AS (
      UPDATE files SET expires_at = NULL WHERE id = ${picture?.fileId ?? null}::uuid AND EXISTS (SELECT FROM conversation)
    )
    INSERT INTO messages
      (id, team_id, conversation_id, bot_id, author, author_id, author_name, state, bubbles, picture, folded, answered_by, created_at,
        mail_state, mail_at)
    SELECT (lpad(to_hex(last_turn_ms), 12, '0') || ${tail.replaceAll("-", "")})::uuid, team_id, id, bot_id,
      'agent', ${userId}::uuid, ${actor.userName}, 'complete', ARRAY[${text}], ${picture ? JSON.stringify(picture) : null}::jsonb, ${foldBubbles([text])}, 'person', ${at},
      CASE WHEN said_email IS NOT NULL THEN 'waiting'::reply_mail END, CASE WHEN said_email IS NOT NULL THEN ${at}::timestamptz END
    FROM conversation RETURNING id::text AS id`;
  const chat = await db.conversation.findFirst({
    where: { teamId, id: conversationId, bot: { deletedAt: null } },
    include: {
      ...withVisitor,
      messages: {
        where: { author: "agent", kind: "message", authorId: userId },
        orderBy: { id: "desc" },
        take: 50,
      },
    },
  });
  const { messages, ...conversation } = requireRow(chat, "no such conversation in this team");
  const row = findWritten(messages, written, tail);
  if (!row) throw refusalOf(conversation, userId);
  const turn = toTurn(row);
  const summary = { ...toChatFacts(conversation), lastActivityAt: conversation.lastActivityAt.getTime() };
  if (written) await publishTurn(ctx, { teamId, summary, turn, isNew: false });
  return { turn, isNew: written !== undefined };
}

/** Why a member can't write to a chat that isn't theirs. */
export function refusalOf(
  { state, assigneeId }: { state: string; assigneeId: string | null },
  userId: string,
): AppError {
  if (state === "closed") return new AppError("conflict", "the chat is closed", { reason: "chat_closed" });
  if (state === "taken" && assigneeId !== userId)
    return new AppError("conflict", "somebody else has the chat", { reason: "chat_taken" });
  return new AppError("conflict", "the member doesn't have the chat", { reason: "chat_not_taken" });
}
