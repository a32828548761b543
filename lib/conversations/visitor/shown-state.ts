import type { ConversationState } from "@/lib/db/generated/enums";

/** The state that a chat's visitor is told of: while members have put it off, that which it had before. */
export function shownState({ state, snoozedFrom }: ChatState): ConversationState {
  return state === "snoozed" ? (snoozedFrom ?? "bot") : state;
}

type ChatState = { state: ConversationState; snoozedFrom: ConversationState | null };
