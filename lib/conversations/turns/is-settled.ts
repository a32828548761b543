import { isWaiting } from "@/lib/conversations/inbox/is-waiting";
import type { ChatSummary } from "./turn";

/** Whether nothing of a chat asks for somebody's eyes: its bot answered, or is about to, and nobody waits for a person. */
export function isSettled(chat: Pick<ChatSummary, "person" | "lastTurn">): boolean {
  return !isWaiting(chat) && chat.lastTurn.answered !== false && chat.lastTurn.state !== "failed";
}
