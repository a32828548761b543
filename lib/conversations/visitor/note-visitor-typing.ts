import type { Ctx } from "@/lib/context";
import { sendPulse } from "@/lib/conversations/feed/send-pulse";
import { findVisitorChat } from "./find-visitor-chat";
import type { VisitorChat } from "./read-chat-events";

/**
 * Tells staff screens that a visitor who awaits or has a person is writing; of any other, and of one who is blocked,
 * nobody is told. Throws AppError `not_found` (reason `no_such_chat`) where there is no such chat any more.
 */
export async function noteVisitorTyping(
  ctx: Pick<Ctx, "db" | "kv">,
  visitorChat: VisitorChat,
): Promise<void> {
  const { conversationId: id, teamId, ...chat } = await findVisitorChat(ctx, visitorChat);
  if (chat.hasHandoff && !chat.isBlocked) await sendPulse(ctx, teamId, { type: "typing", chat: id });
}
