import type { Ctx } from "@/lib/context";
import { hasHandoff } from "@/lib/conversations/visitor/has-handoff";
import type { VisitorChat } from "@/lib/conversations/visitor/read-chat-events";
import { shownState } from "@/lib/conversations/visitor/shown-state";
import { requireRow } from "@/lib/db/require-row";

export type PictureChat = {
  conversationId: string;
  teamId: string;
  botId: string;
  chatId: string;
  locale: string | null;
  /** Whether somebody awaits or has a person. */
  hasHandoff: boolean;
  isBlocked: boolean;
};

/** A visitor's chat as it bears on pictures. Throws AppError `not_found` (reason `no_such_chat`). */
export async function findPictureChat(
  { db }: Pick<Ctx, "db">,
  { conversationId: id, botId, token }: VisitorChat,
): Promise<PictureChat> {
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
