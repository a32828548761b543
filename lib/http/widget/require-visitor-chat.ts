import type { WidgetBot } from "@/lib/bots/token/get-bot-by-token";
import type { VisitorChat } from "@/lib/conversations/visitor/read-chat-events";
import { readVisitorKey } from "@/lib/conversations/visitor/visitor-key";
import { requireRow } from "@/lib/db/require-row";

/** The header in which a visitor's page shows its key. */
export const visitorHeader = "Dawen-Visitor";

/**
 * The chat that a visitor's key is for. Throws AppError `not_found` (reason `no_such_chat`), the same for a key that is
 * missing, no key, another bot's or chat's, or revoked.
 */
export async function requireVisitorChat(
  bot: Pick<WidgetBot, "id">,
  token: string,
  key: string | null,
): Promise<VisitorChat> {
  const conversationId = requireRow(await readVisitorKey(token, key), "no chat has this key", {
    reason: "no_such_chat",
  });
  return { conversationId, botId: bot.id, token };
}
