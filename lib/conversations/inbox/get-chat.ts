import { getTranscript } from "@/lib/conversations/turns/get-transcript";
import type { Turn } from "@/lib/conversations/turns/turn";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import type { ChatPage } from "./get-chat-page";
import { readArchivedChats } from "./read-archived-chats";
import { listReads } from "./reads/list-reads";

/**
 * One of the team's chats: its turns, oldest first, and what the list shows of it, as a page of one. Throws as
 * getTranscript does.
 */
export async function getChat(
  ctx: ActorCtx,
  conversationId: string,
): Promise<{ turns: Turn[]; chat: Pick<ChatPage, "chats" | "reads"> }> {
  requirePermission(ctx.actor, "chat.read");
  const turns = await getTranscript(ctx, conversationId);
  const [chats, reads] = await Promise.all([
    readArchivedChats(ctx, ctx.actor.teamId, { limit: 1, ids: [conversationId] }),
    listReads(ctx, [conversationId]),
  ]);
  return { turns, chat: { chats, reads } };
}
