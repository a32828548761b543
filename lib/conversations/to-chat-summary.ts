import type { Conversation } from "@/lib/db/generated/client";
import type { ChatSummary, Turn } from "./turn";

type ConversationRow = Pick<
  Conversation,
  "id" | "botId" | "chatId" | "domain" | "createdAt" | "visitorTurns"
>;

/** What the list shows of a conversation whose newest turn is the given one. */
export function toChatSummary(
  { id, botId, chatId, domain, createdAt, visitorTurns }: ConversationRow,
  turn: Turn,
): ChatSummary {
  return withLastTurn({ id, botId, chatId, domain, startedAt: createdAt.getTime(), visitorTurns }, turn);
}

export function withLastTurn(
  chat: Omit<ChatSummary, "lastActivityAt" | "lastTurn">,
  { at, author, bubbles, answered }: Turn,
): ChatSummary {
  return { ...chat, lastActivityAt: at, lastTurn: { author, text: bubbles[0] ?? "", answered } };
}
