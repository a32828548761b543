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
    merged.set(chat.id, { ...newer, visitorTurns, person: mergePerson(before?.person, chat.person) });
  }
  return merged;
}

/** Both times only grow. */
function mergePerson(a: ChatSummary["person"], b: ChatSummary["person"]): ChatSummary["person"] {
  if (!a || !b) return a ?? b;
  return {
    wantedAt: Math.max(a.wantedAt, b.wantedAt),
    handledAt: Math.max(a.handledAt ?? 0, b.handledAt ?? 0) || null,
  };
}
