import type { ChatSummary } from "@/lib/conversations/turns/turn";

/** Whether the visitor waits for a person, whom nobody is yet. */
export function isWaiting({ desk }: Pick<ChatSummary, "desk">): boolean {
  return desk.state === "waiting";
}
