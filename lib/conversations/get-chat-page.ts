import type { ActorCtx } from "@/lib/auth/actor";
import { listChats } from "./list-chats";
import { listOlderChats, type OlderChatsInput } from "./list-older-chats";
import { listReads } from "./list-reads";
import { readArchivedChats } from "./read-archived-chats";
import type { ChatSummary, ReadPosition } from "./turn";

export type ChatPage = {
  /** Newest activity first. */
  chats: ChatSummary[];
  /** How far the actor has read each of them, by id. */
  reads: Record<string, ReadPosition>;
  /** Whether chats follow after the last of these. */
  hasOlder: boolean;
};

/**
 * A page of the team's chats with what the actor has read of them: the newest ones, or those after a given one.
 * Throws as listChats and listOlderChats do.
 */
export async function getChatPage(ctx: ActorCtx, older?: OlderChatsInput): Promise<ChatPage> {
  const chats = older ? await listOlderChats(ctx, older) : await listChats(ctx);
  const last = chats.at(-1);
  const [reads, next] = await Promise.all([
    listReads(
      ctx,
      chats.map(({ id }) => id),
    ),
    last
      ? readArchivedChats(ctx, ctx.actor.teamId, { limit: 1, before: last, botId: older?.botId })
      : Promise.resolve([]),
  ]);
  return { chats, reads, hasOlder: next.length > 0 };
}
