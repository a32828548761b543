import { z } from "zod";
import { publishAnew } from "@/lib/conversations/feed/publish-anew";
import { toTurn } from "@/lib/conversations/turns/archived-turn";
import { foldBubbles } from "@/lib/conversations/turns/fold-bubbles";
import type { Turn } from "@/lib/conversations/turns/turn";
import { requireRow } from "@/lib/db/require-row";
import { AppError } from "@/lib/errors";
import { idInput } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { textInput } from "@/lib/language/text-input";
import { maxNoteLength } from "./add-note";

export const changeNoteInput = z.strictObject({ noteId: idInput, text: textInput(maxNoteLength) });
export const removeNoteInput = z.strictObject({ noteId: idInput });

/**
 * Changes what a note of the actor's says, also one that they took back. Throws AppError `forbidden` without
 * `chat.handle` or where somebody else wrote it, `not_found` for an id that isn't a note's of the team.
 */
export function changeNote(ctx: ActorCtx, { noteId, text }: z.output<typeof changeNoteInput>): Promise<Turn> {
  return writeNote(ctx, noteId, [text]);
}

/**
 * Takes a note of the actor's back: its words are gone from the archive, and from all screens. Throws as
 * changeNote does.
 */
export async function removeNote(ctx: ActorCtx, { noteId }: z.output<typeof removeNoteInput>): Promise<void> {
  await writeNote(ctx, noteId, []);
}

async function writeNote(ctx: ActorCtx, noteId: string, bubbles: string[]): Promise<Turn> {
  requirePermission(ctx.actor, "chat.handle");
  const { teamId, userId } = ctx.actor;
  await ctx.db.$executeRaw`
    UPDATE messages m SET bubbles = ${bubbles}::text[], folded = ${foldBubbles(bubbles)},
      noted_at = GREATEST(${new Date(ctx.now())}::timestamptz, m.noted_at + interval '1 millisecond')
    WHERE m.team_id = ${teamId}::uuid AND m.id = ${noteId}::uuid AND m.kind = 'note' AND m.author_id = ${userId}::uuid
      AND EXISTS (SELECT FROM bots b WHERE b.id = m.bot_id AND b.deleted_at IS NULL)`;
  const found = await ctx.db.message.findFirst({
    where: { teamId, id: noteId, kind: "note", conversation: { bot: { deletedAt: null } } },
  });
  const row = requireRow(found, "no such note in this team");
  if (row.authorId !== userId) throw new AppError("forbidden", "somebody else wrote the note");
  const turn = toTurn(row);
  await publishAnew(ctx, teamId, turn);
  return turn;
}
