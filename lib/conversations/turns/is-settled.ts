import { isUnanswered } from "./is-unanswered";
import type { ChatSummary } from "./turn";

/**
 * Whether nothing of a chat asks for this member's eyes: its bot answered, or is about to, and nobody waits for a
 * person; it is theirs and they had the last word; somebody else has it; or it is snoozed or closed.
 */
export function isSettled(chat: Pick<ChatSummary, "desk" | "lastTurn">, userId: string): boolean {
  const { state, assignee } = chat.desk;
  if (state === "closed" || state === "snoozed") return true;
  if (state === "taken") return assignee?.id !== userId || chat.lastTurn.author !== "visitor";
  return state !== "waiting" && !isUnanswered(chat);
}
