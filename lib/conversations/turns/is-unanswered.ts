import type { ChatSummary } from "./turn";

/** Whether the visitor's newest words got no answer: the bot couldn't, or they were said to a member. */
export function isUnanswered({
  lastTurn: { author, answered, state },
}: Pick<ChatSummary, "lastTurn">): boolean {
  return answered === false || (author === "visitor" && (state === "failed" || state === "complete"));
}
