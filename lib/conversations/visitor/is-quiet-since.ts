import type { Ctx } from "@/lib/context";
import { hasHandoff } from "./has-handoff";
import type { VisitorChat } from "./read-chat-events";
import { shownState } from "./shown-state";

/**
 * Whether all that a visitor's page could be told of a chat after a turn is that nobody awaits or has a person: by its
 * row alone, for open panels ask often. A visitor who left an address is none of those, for what was shown is noted.
 * @param after the turn's id
 */
export async function isQuietSince(
  { db }: Pick<Ctx, "db">,
  { conversationId: id, botId }: VisitorChat,
  after: string,
): Promise<boolean> {
  const chat = await db.conversation.findFirst({
    where: { id, botId },
    select: { state: true, snoozedFrom: true, lastTurnMs: true, saidEmail: true },
  });
  if (!chat || chat.saidEmail !== null || hasHandoff({ state: shownState(chat) })) return false;
  return chat.lastTurnMs <= Number.parseInt(after.replaceAll("-", "").slice(0, 12), 16);
}
