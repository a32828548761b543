import type { ChatSummary, ReadPosition } from "@/lib/conversations/turns/turn";
import type { ActorCtx } from "@/lib/identity/actor";
import { findSnippets } from "./find-snippets";
import { listChats } from "./list-chats";
import { listQueriedChats } from "./list-queried-chats";
import { listWaiting } from "./list-waiting";
import { type ChatQuery, writeChatQuery } from "./query/chat-query";
import { chatsWhere } from "./query/chats-where";
import { type ChatPlace, placeOf } from "./query/list-order";
import { viewerOf } from "./query/viewer-of";
import { readArchivedChats } from "./read-archived-chats";
import { listReads } from "./reads/list-reads";
import { searchChats } from "./search-chats";

export type ChatPage = {
  /** In the order of the query's list: newest activity first, or snoozed ones that come back soonest. */
  chats: ChatSummary[];
  /** How far the actor has read each of them, by id. */
  reads: Record<string, ReadPosition>;
  /** Whether chats follow after the last of these. */
  hasOlder: boolean;
  /** With the newest ones: chats that wait for a person and are not among `chats`, longest first. */
  waiting: ChatSummary[];
  /** Of a search: by a chat's id a stretch of its newest turn that holds the text, for those that have one. */
  snippets?: Record<string, string>;
};

export type ChatPageInput = {
  /** Which chats; all of them without one. */
  query?: ChatQuery;
  after?: ChatPlace | undefined;
  /** Only those that hold it. */
  text?: string;
};

/**
 * Some of the team's chats with what the actor has read of them: the first ones that a query wants, those after a
 * given place, or those that hold a text. Throws as listChats, listQueriedChats and searchChats do.
 */
export async function getChatPage(
  ctx: ActorCtx,
  { query = { view: "all" }, after, text }: ChatPageInput = {},
  signal?: AbortSignal,
): Promise<ChatPage> {
  if (text !== undefined) {
    const found = await searchChats(ctx, { text, query }, signal);
    const ids = found.map(({ id }) => id);
    const [reads, snippets] = await Promise.all([readsOf(ctx, found), findSnippets(ctx, ids, text)]);
    return { chats: found, reads, hasOlder: false, waiting: [], snippets };
  }
  const isPlain = after === undefined && writeChatQuery(query) === "";
  const chats = isPlain ? await listChats(ctx) : await listQueriedChats(ctx, { query, after });
  const waiting = after ? [] : await readWaiting(ctx, chats);
  const reads = await readsOf(ctx, [...chats, ...waiting]);
  return { chats, reads, hasOlder: await hasMore(ctx, query, chats), waiting };
}

async function hasMore(ctx: ActorCtx, query: ChatQuery, chats: readonly ChatSummary[]): Promise<boolean> {
  const last = chats.at(-1);
  if (!last) return false;
  const where = chatsWhere(query, await viewerOf(ctx, query));
  const after = placeOf(query, last);
  return (await readArchivedChats(ctx, ctx.actor.teamId, { limit: 1, query, after, where })).length > 0;
}

async function readWaiting(ctx: ActorCtx, listed: readonly ChatSummary[]): Promise<ChatSummary[]> {
  const known = new Set(listed.map(({ id }) => id));
  const ids = (await listWaiting(ctx)).map(({ id }) => id).filter((id) => !known.has(id));
  if (ids.length === 0) return [];
  const chats = new Map(
    (await readArchivedChats(ctx, ctx.actor.teamId, { limit: ids.length, ids })).map((chat) => [
      chat.id,
      chat,
    ]),
  );
  return ids.flatMap((id) => chats.get(id) ?? []);
}

function readsOf(ctx: ActorCtx, chats: readonly ChatSummary[]): Promise<Record<string, ReadPosition>> {
  return listReads(
    ctx,
    chats.map(({ id }) => id),
  );
}
