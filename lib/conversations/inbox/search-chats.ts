import { z } from "zod";
import type { ChatSummary } from "@/lib/conversations/turns/turn";
import type { ConversationWhereInput } from "@/lib/db/generated/models";
import { AppError } from "@/lib/errors";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { lineInput } from "@/lib/language/text-input";
import { fold } from "@/lib/language/words/fold";
import { isSaid } from "./is-said";
import type { ChatQuery } from "./query/chat-query";
import { chatsWhere } from "./query/chats-where";
import { viewerOf } from "./query/viewer-of";
import { type ChatCursor, olderThan, readArchivedChats } from "./read-archived-chats";

const maxFound = 100;
/** Chats looked at in one statement: the embedded database answers nobody else meanwhile. */
const batchSize = 500;
/** Chats looked at in all, the newest of the team. */
const maxSearched = 50_000;

const searchChatsInput = z.object({ text: lineInput(100) });

export type SearchChatsInput = z.input<typeof searchChatsInput> & { query: ChatQuery };

/**
 * The team's chats that a query wants whose visitor's label, name or address, domain or transcript holds the text: the
 * newest 100 among the newest 50,000, newest activity first, from the archive. Texts are compared folded, as in the
 * knowledge search: whatever their case, width and Han form. Throws AppError `forbidden` without `chat.read`,
 * `invalid_input` for a text of no or more than 100 characters.
 * @param signal ends the search between two statements, with what was found so far
 */
export async function searchChats(
  ctx: ActorCtx,
  { query, ...input }: SearchChatsInput,
  signal?: AbortSignal,
): Promise<ChatSummary[]> {
  requirePermission(ctx.actor, "chat.read");
  const parsed = searchChatsInput.safeParse(input);
  if (!parsed.success) throw new AppError("invalid_input", "nothing that can be searched for");
  const { teamId } = ctx.actor;
  const { text } = parsed.data;
  const folded = fold(text).trim();
  const where = chatsWhere(query, await viewerOf(ctx, query));
  const ids: string[] = [];
  let before: ChatCursor | undefined;
  for (let searched = 0; searched < maxSearched && ids.length < maxFound; searched += batchSize) {
    if (signal?.aborted) break;
    const rows = await readBatch(ctx, teamId, where, before);
    const said = await listSaying(
      ctx,
      rows.map(({ id }) => id),
      text,
    );
    ids.push(...rows.filter((row) => said.has(row.id) || names(row, folded)).map(({ id }) => id));
    before = rows.at(-1);
    if (!before || rows.length < batchSize) break;
  }
  return readArchivedChats(ctx, teamId, { limit: maxFound, ids: ids.slice(0, maxFound) });
}

type Row = Awaited<ReturnType<typeof readBatch>>[number];

/** Some chats in the order of the list. */
async function readBatch(
  { db }: ActorCtx,
  teamId: string,
  where: ConversationWhereInput,
  before: ChatCursor | undefined,
) {
  const rows = await db.conversation.findMany({
    where: { teamId, bot: { deletedAt: null }, AND: [where, before ? olderThan(before) : {}] },
    orderBy: [{ lastActivityAt: "desc" }, { id: "desc" }],
    take: batchSize,
    select: {
      ...{ id: true, lastActivityAt: true, chatId: true, domain: true },
      visitor: { select: { name: true, email: true } },
    },
  });
  return rows.map((row) => ({ ...row, lastActivityAt: row.lastActivityAt.getTime() }));
}

/** Those of the chats of which a turn holds the text. */
async function listSaying({ db }: ActorCtx, ids: readonly string[], text: string): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT c.id::text AS id FROM unnest(${[...ids]}::uuid[]) AS c(id)
    WHERE EXISTS (SELECT FROM messages m WHERE m.conversation_id = c.id AND ${isSaid(text)})`;
  return new Set(rows.map(({ id }) => id));
}

function names({ chatId, domain, visitor }: Row, folded: string): boolean {
  if (chatId.endsWith(folded)) return true;
  return [domain, visitor.name, visitor.email].some((fact) => fact !== null && fold(fact).includes(folded));
}
