import type { Ctx } from "@/lib/context";
import { requireRow } from "@/lib/db/require-row";
import { hasHandoff } from "./has-handoff";
import type { VisitorChat } from "./read-chat-events";
import { shownState } from "./shown-state";

export type FoundChat = {
  conversationId: string;
  teamId: string;
  botId: string;
  chatId: string;
  locale: string | null;
  /** Whether somebody awaits or has a person, as the visitor is told. */
  hasHandoff: boolean;
  isBlocked: boolean;
};

/**
 * A visitor's chat, and whether what they do in it concerns staff. Throws AppError `not_found` (reason
 * `no_such_chat`).
 */
export async function findVisitorChat(
  { db }: Pick<Ctx, "db">,
  { conversationId: id, botId, token }: VisitorChat,
): Promise<FoundChat> {
  const found = await db.conversation.findFirst({
    where: { id, botId, bot: { deletedAt: null, widgetToken: token } },
    select: {
      ...{ state: true, snoozedFrom: true, teamId: true, chatId: true, locale: true },
      visitor: { select: { blockedAt: true } },
    },
  });
  const { teamId, chatId, locale, visitor, ...chat } = requireRow(found, "the chat is gone", {
    reason: "no_such_chat",
  });
  return {
    ...{ conversationId: id, botId, teamId, chatId, locale },
    hasHandoff: hasHandoff({ state: shownState(chat) }),
    isBlocked: visitor.blockedAt !== null,
  };
}
