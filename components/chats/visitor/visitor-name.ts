import type { ChatSummary } from "@/lib/conversations/turns/turn";

/** What the page calls the visitor; null where it said nothing. */
export function visitorName({ visitor }: Pick<ChatSummary, "visitor">): string | null {
  return visitor?.name ?? visitor?.email ?? null;
}
