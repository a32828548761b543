import type { ChatSummary, ReadPosition } from "@/lib/conversations/turns/turn";

/** How many of the visitor's turns a member hasn't seen. The archive's count is the surer one where both are known. */
export function countUnread(chat: Pick<ChatSummary, "visitorTurns">, read: ReadPosition | undefined): number {
  if (!read) return chat.visitorTurns;
  return Math.max(0, Math.max(chat.visitorTurns, read.visitorTurns) - read.seenTurns);
}
