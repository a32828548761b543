import { isWaiting } from "@/lib/conversations/inbox/is-waiting";
import type { WaitingChat } from "@/lib/conversations/inbox/list-waiting";
import type { ChatSummary } from "@/lib/conversations/turns/turn";

/** When each chat that is known to wait, or not to wait any more, came to be so; by its id. */
export type WaitingChats = ReadonlyMap<string, { at: number; isWaiting: boolean }>;

export function waitingFrom(listed: readonly WaitingChat[]): WaitingChats {
  return new Map(listed.map(({ id, wantedAt }) => [id, { at: wantedAt, isWaiting: true }]));
}

/** With what an event says of a chat; one that is older than what is known changes nothing. */
export function withChat(known: WaitingChats, chat: Pick<ChatSummary, "id" | "desk">): WaitingChats {
  const { at } = chat.desk;
  const before = known.get(chat.id);
  if (before ? before.at >= at : at === 0) return known;
  return new Map(known).set(chat.id, { at, isWaiting: isWaiting(chat) });
}

/** Without a chat that was deleted, whatever is said of it later. */
export function withoutChat(known: WaitingChats, id: string): WaitingChats {
  return new Map(known).set(id, { at: Number.MAX_SAFE_INTEGER, isWaiting: false });
}

export function countWaiting(known: WaitingChats): number {
  return [...known.values()].filter((chat) => chat.isWaiting).length;
}
