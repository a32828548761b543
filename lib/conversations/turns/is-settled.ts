import type { ChatSummary } from "./turn";

/**
 * Whether nothing of a chat asks for somebody's eyes: its bot answered, or is about to, and nobody waits for a person; the member
 * who has it had the last word; or it is closed.
 */
export function isSettled({ desk, lastTurn }: Pick<ChatSummary, "desk" | "lastTurn">): boolean {
  if (desk.state === "closed") return true;
  if (desk.state === "taken") return lastTurn.author !== "visitor";
  return desk.state !== "waiting" && lastTurn.answered !== false && lastTurn.state !== "failed";
}
