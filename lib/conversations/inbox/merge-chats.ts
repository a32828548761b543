import type { ChatDesk, ChatSummary } from "@/lib/conversations/turns/turn";

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
    merged.set(chat.id, { ...newer, visitorTurns, desk: newerDesk(chat.desk, before?.desk) });
  }
  return merged;
}

/** Its times only grow. */
function newerDesk(desk: ChatDesk, before: ChatDesk | undefined): ChatDesk {
  return before && before.at > desk.at ? before : desk;
}
