import type { Ctx } from "@/lib/context";
import type { ChatSummary } from "@/lib/conversations/turns/turn";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { chatSummaryKey, chatsKey, chatsReadyKey, kvMaxLength, kvTtlMs } from "@/lib/kv/keys";
import { isKvDown } from "@/lib/kv/kv-down";
import { readArchivedChats } from "./read-archived-chats";

/** How many chats the list shows at first, and how many each further page adds. */
export const chatPageSize = 200;

/**
 * The team's chats, newest activity first: from the store, whose list is made from the archive where it is gone, or
 * from the archive alone while the store is away. Throws AppError `forbidden` without `chat.read`.
 * @param limit how many at most
 */
export async function listChats(
  ctx: ActorCtx,
  { limit = chatPageSize }: { limit?: number } = {},
): Promise<ChatSummary[]> {
  requirePermission(ctx.actor, "chat.read");
  const { teamId } = ctx.actor;
  try {
    if ((await ctx.kv.redis.exists(chatsReadyKey(teamId))) === 0) await rebuildList(ctx, teamId);
    const ids = await ctx.kv.redis.zrange<string[]>(chatsKey(teamId), 0, limit - 1, { rev: true });
    if (ids.length === 0) return [];
    const summaries = await ctx.kv.redis.mget<(ChatSummary | null)[]>(
      ...ids.map((id) => chatSummaryKey(teamId, id)),
    );
    return await withWhatLacks(
      ctx,
      teamId,
      summaries.filter((summary) => summary !== null),
    );
  } catch (error) {
    if (!isKvDown(error)) throw error;
    return readArchivedChats(ctx, teamId, { limit });
  }
}

/**
 * What an earlier release put into the store doesn't say who has the chat, how it was rated or tagged:
 * the archive does.
 */
async function withWhatLacks(ctx: Ctx, teamId: string, stored: ChatSummary[]): Promise<ChatSummary[]> {
  const ids = stored.filter(isLacking).map(({ id }) => id);
  if (ids.length === 0) return stored;
  const archived = await readArchivedChats(ctx, teamId, { limit: ids.length, ids });
  const byId = new Map(archived.map((chat) => [chat.id, chat]));
  return stored.flatMap((chat) => (isLacking(chat) ? (byId.get(chat.id) ?? []) : chat));
}

function isLacking({ desk, ratings, tags }: ChatSummary): boolean {
  return desk === undefined || ratings === undefined || tags === undefined;
}

/** Adds what the archive has to the list; entries that are newer in the store stay as they are. */
async function rebuildList(ctx: Ctx, teamId: string): Promise<void> {
  const chats = await readArchivedChats(ctx, teamId, { limit: kvMaxLength.chats });
  const rebuild = ctx.kv.redis.multi();
  for (const chat of chats) {
    rebuild.zadd(chatsKey(teamId), { gt: true }, { score: chat.lastActivityAt, member: chat.id });
    rebuild.set(chatSummaryKey(teamId, chat.id), chat, { px: kvTtlMs.chats, nx: true });
  }
  rebuild.set(chatsReadyKey(teamId), { at: Date.now() }, { px: kvTtlMs.chats });
  await rebuild.exec();
}
