import type { Ctx } from "@/lib/context";
import { sendPulse } from "@/lib/conversations/feed/send-pulse";
import { requireRow } from "@/lib/db/require-row";
import { hasHandoff } from "./has-handoff";
import type { VisitorChat } from "./read-chat-events";
import { shownState } from "./shown-state";

/**
 * Tells staff screens that a visitor who awaits or has a person is writing; of any other, and of one who is blocked,
 * nobody is told. Throws AppError `not_found` (reason `no_such_chat`) where there is no such chat any more.
 */
export async function noteVisitorTyping(
  ctx: Pick<Ctx, "db" | "kv">,
  { conversationId: id, botId, token }: VisitorChat,
): Promise<void> {
  const found = await ctx.db.conversation.findFirst({
    where: { id, botId, bot: { deletedAt: null, widgetToken: token } },
    select: { state: true, snoozedFrom: true, teamId: true, visitor: { select: { blockedAt: true } } },
  });
  const chat = requireRow(found, "the chat is gone", { reason: "no_such_chat" });
  const { teamId, visitor } = chat;
  if (hasHandoff({ state: shownState(chat) }) && visitor.blockedAt === null)
    await sendPulse(ctx, teamId, { type: "typing", chat: id });
}
