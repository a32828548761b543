import { Prisma } from "@/lib/db/generated/client";
import { requireRow } from "@/lib/db/require-row";
import { AppError } from "@/lib/errors";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { lineInput } from "@/lib/language/text-input";
import { isSaid } from "./is-said";

const maxHits = 1_000;
const textInput = lineInput(100);

/**
 * The turns of one of the team's chats that hold a text, compared as searchChats does, oldest first: of the newest
 * 1,000 that do; none for no text. Throws AppError `forbidden` without `chat.read`, `not_found` for an id that the team
 * doesn't have, `invalid_input` for a text of more than 100 characters.
 */
export async function listHits(ctx: ActorCtx, conversationId: string, text: string): Promise<string[]> {
  requirePermission(ctx.actor, "chat.read");
  const { db, actor } = ctx;
  const parsed = textInput.safeParse(text);
  if (!parsed.success && text.trim() !== "")
    throw new AppError("invalid_input", "nothing that can be searched for");
  const id = requireRow(isId(conversationId) ? conversationId : null, unknownChat);
  const rows = await db.$queryRaw<{ turns: string[] | null }[]>(Prisma.sql`
    SELECT (
      SELECT array_agg(hit.id ORDER BY hit.id) FROM (
        SELECT m.id::text AS id FROM messages m WHERE m.conversation_id = c.id AND ${parsed.success ? isSaid(parsed.data) : Prisma.sql`false`}
        ORDER BY m.id DESC LIMIT ${maxHits}
      ) hit
    ) AS turns FROM conversations c WHERE c.team_id = ${actor.teamId}::uuid AND c.id = ${id}::uuid`);
  return requireRow(rows[0], unknownChat).turns ?? [];
}

const unknownChat = "no such conversation in this team";
