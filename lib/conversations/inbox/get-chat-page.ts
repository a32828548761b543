import type { ChatSummary, ReadPosition } from "@/lib/conversations/turns/turn";
import type { ActorCtx } from "@/lib/identity/actor";
import { listChats } from "./list-chats";
import { listOlderChats, type OlderChatsInput } from "./list-older-chats";
import { listReads } from "./list-reads";
import { listWaiting } from "./list-waiting";
import { readArchivedChats } from "./read-archived-chats";
import { type SearchChatsInput, searchChats } from "./search-chats";

export type ChatPage = {
  /** Newest activity first. */
  chats: ChatSummary[];
  /** How far the actor has read each of them, by id. */
  reads: Record<string, ReadPosition>;
  /** Whether chats follow after the last of these. */
  hasOlder: boolean;
  /** With the newest ones: chats that wait for a person and are not among `chats`, longest first. */
  waiting: ChatSummary[];
};

/**
 * Some of the team's chats with what the actor has read of them: the newest ones, those after a given one, or those that
 * hold a text. Throws as listChats, listOlderChats and searchChats do.
 */
export async function getChatPage(
  ctx: ActorCtx,
  wanted?: OlderChatsInput | SearchChatsInput,
  signal?: AbortSignal,
): Promise<ChatPage> {
  if (wanted && "text" in wanted) {
    const found = await searchChats(ctx, wanted, signal);
    return { chats: found, reads: await readsOf(ctx, found), hasOlder: false, waiting: [] };
  }
  const chats = wanted ? await listOlderChats(ctx, wanted) : await listChats(ctx);
  const waiting = wanted ? [] : await readWaiting(ctx, chats);
  const last = chats.at(-1);
  const [reads, next] = await Promise.all([
    readsOf(ctx, [...chats, ...waiting]),
    last
      ? readArchivedChats(ctx, ctx.actor.teamId, { limit: 1, before: last, botId: wanted?.botId })
      : Promise.resolve([]),
  ]);
  return { chats, reads, hasOlder: next.length > 0, waiting };
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
