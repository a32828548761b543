import type { ChatSummary } from "@/lib/conversations/turns/turn";
import type { ChatQuery } from "./chat-query";

/** A chat's place in a list: the time that the list goes by (Unix milliseconds), and its id among those of one time. */
export type ChatPlace = { at: number; id: string };

/** Whether a list goes by when its chats come back, soonest first; all others by the newest activity, newest first. */
export function isByReturn({ view }: Pick<ChatQuery, "view">): boolean {
  return view === "snoozed";
}

/** Where a chat stands in the list of those that a query wants. */
export function placeOf(query: Pick<ChatQuery, "view">, chat: ChatSummary): ChatPlace {
  return { at: isByReturn(query) ? (chat.desk.until ?? 0) : chat.lastActivityAt, id: chat.id };
}

/** Below zero where the first place comes before the second, as the archive has them too. */
export function comparePlaces(query: Pick<ChatQuery, "view">, a: ChatPlace, b: ChatPlace): number {
  const ascending = a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  return isByReturn(query) ? ascending : -ascending;
}
