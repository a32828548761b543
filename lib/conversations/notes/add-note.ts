import { z } from "zod";
import { publishAnew } from "@/lib/conversations/feed/publish-anew";
import { toTurn } from "@/lib/conversations/turns/archived-turn";
import { foldBubbles } from "@/lib/conversations/turns/fold-bubbles";
import type { Turn } from "@/lib/conversations/turns/turn";
import { findWritten, turnTail } from "@/lib/conversations/turns/turn-tail";
import { requireRow } from "@/lib/db/require-row";
import { idInput } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { textInput } from "@/lib/language/text-input";

/** Of a note, in code points. */
export const maxNoteLength = 2_000;

export const addNoteInput = z.strictObject({
  conversationId: idInput,
  text: textInput(maxNoteLength),
  /** Made by the form for each note: sent again it is the same note. */
  key: idInput,
});

/**
 * Writes a note into a chat that only the team reads, whoever has the chat, and shows it on all screens. It is no
 * reply: what of the chat waits goes on waiting, and the chat stays in its place of the list. A note that is sent again
 * stands once. Throws AppError `forbidden` without `chat.handle`, `not_found` for an id that the team doesn't have.
 */
export async function addNote(
  ctx: ActorCtx,
  { conversationId, text, key }: z.output<typeof addNoteInput>,
): Promise<Turn> {
  requirePermission(ctx.actor, "chat.handle");
  const { db, actor } = ctx;
  const { teamId, userId } = actor;
  const now = ctx.now();
  const at = new Date(now);
  const tail = turnTail("note", conversationId, userId, key);
  const [written] = await db.$queryRaw<{ id: string }[]>`
    WITH conversation AS (
      UPDATE conversations c SET last_turn_ms = GREATEST(${BigInt(now)}, last_turn_ms + 1)
      WHERE team_id = ${teamId}::uuid AND id = ${conversationId}::uuid
        AND NOT EXISTS (SELECT FROM messages m WHERE m.conversation_id = c.id AND right(m.id::text, 22) = ${tail})
        AND EXISTS (SELECT FROM bots b WHERE b.team_id = c.team_id AND b.id = c.bot_id AND b.deleted_at IS NULL)
      RETURNING id, team_id, bot_id, last_turn_ms
    )
    INSERT INTO messages
      (id, team_id, conversation_id, bot_id, kind, author, author_id, author_name, state, bubbles, folded, noted_at, created_at)
    SELECT (lpad(to_hex(last_turn_ms), 12, '0') || ${tail.replaceAll("-", "")})::uuid, team_id, id, bot_id,
      'note', 'agent', ${userId}::uuid, ${actor.userName}, 'complete', ARRAY[${text}], ${foldBubbles([text])}, ${at}, ${at}
    FROM conversation RETURNING id::text AS id`;
  const notes = await db.message.findMany({
    where: {
      teamId,
      conversationId,
      kind: "note",
      authorId: userId,
      conversation: { bot: { deletedAt: null } },
    },
    orderBy: { id: "desc" },
    take: 50,
  });
  const row = requireRow(findWritten(notes, written, tail), "no such conversation in this team");
  const turn = toTurn(row);
  if (written) await publishAnew(ctx, teamId, turn);
  return turn;
}
