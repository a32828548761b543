import type { ChatSummary } from "@/lib/conversations/turns/turn";

/** Whether the visitor asked for a person and staff haven't marked that as handled since. */
export function isWaiting({ person }: Pick<ChatSummary, "person">): boolean {
  return !!person && (person.handledAt === null || person.handledAt < person.wantedAt);
}
