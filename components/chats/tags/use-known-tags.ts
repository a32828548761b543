import { useMemo } from "react";
import type { ChatSummary } from "@/lib/conversations/turns/turn";

/** Of so many chats of the list the tags are looked at. */
const mostLooked = 500;

/** The team's tags as they were when the page was drawn, and those that chats near the top of the list got since. */
export function useKnownTags(tags: readonly string[], chats: readonly ChatSummary[]): readonly string[] {
  return useMemo(
    () => [...new Set([...tags, ...chats.slice(0, mostLooked).flatMap((chat) => chat.tags.names)])],
    [tags, chats],
  );
}
