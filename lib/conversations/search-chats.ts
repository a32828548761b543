import { z } from "zod";
import type { ActorCtx } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/permissions";
import { AppError } from "@/lib/errors";
import { lineInput } from "@/lib/text/text-input";
import { readArchivedChats } from "./read-archived-chats";
import type { ChatSummary } from "./turn";

const maxFound = 100;

const searchChatsInput = z.object({
  text: lineInput(100),
  botId: z.uuid().optional(),
});

export type SearchChatsInput = z.input<typeof searchChatsInput>;

/**
 * The team's chats, or one bot's, whose visitor's label, name or address, domain or transcript holds the text, whatever its
 * case: the newest 100, newest activity first, from the archive. Throws AppError `forbidden` without `chat.read`, `invalid_input` for a text
 * of no or more than 100 characters.
 */
export async function searchChats(ctx: ActorCtx, input: SearchChatsInput): Promise<ChatSummary[]> {
  requirePermission(ctx.actor, "chat.read");
  const parsed = searchChatsInput.safeParse(input);
  if (!parsed.success) throw new AppError("invalid_input", "nothing that can be searched for");
  const { text, botId = null } = parsed.data;
  const { teamId } = ctx.actor;
  const escaped = text.replace(/[\\%_]/g, "\\$&");
  const [anywhere, atEnd] = [`%${escaped}%`, `%${escaped}`];
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT c.id::text AS id FROM conversations c
    WHERE c.team_id = ${teamId}::uuid AND (${botId}::uuid IS NULL OR c.bot_id = ${botId}::uuid)
      AND (c.chat_id ILIKE ${atEnd} OR c.domain ILIKE ${anywhere} OR EXISTS (
        SELECT 1 FROM visitors v
        WHERE v.team_id = c.team_id AND v.id = c.visitor_id AND (v.name ILIKE ${anywhere} OR v.email ILIKE ${anywhere})
      ) OR EXISTS (
        SELECT 1 FROM messages m
        WHERE m.team_id = c.team_id AND m.conversation_id = c.id AND array_to_string(m.bubbles, ' ') ILIKE ${anywhere}
      ))
    ORDER BY c.last_activity_at DESC, c.id DESC LIMIT ${maxFound}`;
  return readArchivedChats(ctx, teamId, { limit: maxFound, ids: rows.map(({ id }) => id) });
}
