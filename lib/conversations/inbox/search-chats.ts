import { z } from "zod";
import type { ChatSummary } from "@/lib/conversations/turns/turn";
import { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { idInput } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { lineInput } from "@/lib/language/text-input";
import { fold } from "@/lib/language/words/fold";
import { type ChatCursor, readArchivedChats } from "./read-archived-chats";

const maxFound = 100;
/** Chats looked at in one statement: the embedded database answers nobody else meanwhile. */
const batchSize = 500;
/** Chats looked at in all, the newest of the team. */
const maxSearched = 50_000;

const searchChatsInput = z.object({
  text: lineInput(100),
  botId: idInput.optional(),
});

export type SearchChatsInput = z.input<typeof searchChatsInput>;

type Row = {
  id: string;
  lastActivityAt: Date;
  chatId: string;
  domain: string | null;
  name: string | null;
  email: string | null;
  isSaid: boolean;
};

/**
 * The team's chats, or one bot's, whose visitor's label, name or address, domain or transcript holds the text: the newest
 * 100 among the newest 50,000, newest activity first, from the archive. Texts are compared folded, as in the knowledge search:
 * whatever their case, width and Han form. Throws AppError `forbidden` without `chat.read`, `invalid_input` for a text of no or more
 * than 100 characters.
 * @param signal ends the search between two statements, with what was found so far
 */
export async function searchChats(
  ctx: ActorCtx,
  input: SearchChatsInput,
  signal?: AbortSignal,
): Promise<ChatSummary[]> {
  requirePermission(ctx.actor, "chat.read");
  const parsed = searchChatsInput.safeParse(input);
  if (!parsed.success) throw new AppError("invalid_input", "nothing that can be searched for");
  const { text, botId } = parsed.data;
  const { teamId } = ctx.actor;
  const wanted = { text, folded: fold(text).trim(), botId };
  const ids: string[] = [];
  let before: ChatCursor | undefined;
  for (let searched = 0; searched < maxSearched && ids.length < maxFound; searched += batchSize) {
    if (signal?.aborted) break;
    const rows = await readBatch(ctx, teamId, wanted, before);
    ids.push(...rows.filter((row) => holds(row, wanted.folded)).map(({ id }) => id));
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) break;
    before = { id: last.id, lastActivityAt: last.lastActivityAt.getTime() };
  }
  return readArchivedChats(ctx, teamId, { limit: maxFound, ids: ids.slice(0, maxFound) });
}

/** Some chats in the order of the list, each with whether a turn of it holds the text. */
function readBatch(
  { db }: ActorCtx,
  teamId: string,
  { text, folded, botId }: { text: string; folded: string; botId: string | undefined },
  before: ChatCursor | undefined,
): Promise<Row[]> {
  const asIs = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const ofBot = botId ? Prisma.sql`AND c.bot_id = ${botId}::uuid` : Prisma.empty;
  const older = before
    ? Prisma.sql`AND (c.last_activity_at, c.id) < (${new Date(before.lastActivityAt)}, ${before.id}::uuid)`
    : Prisma.empty;
  // A turn that an earlier release wrote is compared as it is until it has been folded.
  return db.$queryRaw<Row[]>`
    SELECT c.id::text AS id, c.last_activity_at AS "lastActivityAt", c.chat_id AS "chatId", c.domain,
      v.name, v.email, EXISTS (
        SELECT 1 FROM messages m WHERE m.conversation_id = c.id
          AND CASE WHEN m.folded IS NULL THEN array_to_string(m.bubbles, ' ') ILIKE ${asIs}
            ELSE strpos(m.folded, ${folded}) > 0 END
      ) AS "isSaid"
    FROM (
      SELECT * FROM conversations c WHERE c.team_id = ${teamId}::uuid ${ofBot} ${older}
      ORDER BY c.last_activity_at DESC, c.id DESC LIMIT ${batchSize}
    ) c JOIN visitors v ON v.team_id = c.team_id AND v.id = c.visitor_id
    ORDER BY c.last_activity_at DESC, c.id DESC`;
}

function holds({ isSaid, chatId, domain, name, email }: Row, folded: string): boolean {
  if (isSaid || chatId.endsWith(folded)) return true;
  return [domain, name, email].some((fact) => fact !== null && fold(fact).includes(folded));
}
