import type { ChatSummary } from "@/lib/conversations/turns/turn";

/** Two views of the list as one: of each chat the newer summary, so that a list read before an event can't undo it. */
export function mergeChats(
  known: ReadonlyMap<string, ChatSummary>,
  read: readonly ChatSummary[],
): Map<string, ChatSummary> {
  const merged = new Map(known);
  for (const chat of read) {
    const before = merged.get(chat.id);
    const newer = before && before.lastActivityAt > chat.lastActivityAt ? before : chat;
    const visitorTurns = Math.max(before?.visitorTurns ?? 0, chat.visitorTurns);
    const desk = later(chat.desk, before?.desk);
    merged.set(chat.id, { ...newer, visitorTurns, desk, tags: later(chat.tags, before?.tags) });
  }
  return merged;
}

/** The times of what changes by itself only grow. */
function later<T extends { at: number }>(read: T, before: T | undefined): T {
  return before && before.at > read.at ? before : read;
}
