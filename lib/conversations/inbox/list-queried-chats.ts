import { z } from "zod";
import type { ChatSummary } from "@/lib/conversations/turns/turn";
import { AppError } from "@/lib/errors";
import { idInput } from "@/lib/id-input";
import type { ActorCtx, Asker } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { chatPageSize } from "./list-chats";
import type { ChatQuery } from "./query/chat-query";
import { chatsWhere } from "./query/chats-where";
import { viewerOf } from "./query/viewer-of";
import { readArchivedChats } from "./read-archived-chats";

const afterInput = z.object({ at: z.number().int().min(0).max(8.64e15), id: idInput }).optional();

export type QueriedChatsInput = {
  query: ChatQuery;
  after?: z.input<typeof afterInput> | undefined;
  limit?: number;
};

/**
 * A page of the team's chats that a query wants, in its list's order, from the archive: the first one, or what follows
 * after the given place. Throws AppError `forbidden` without `chat.read`, `invalid_input` for a malformed place.
 */
export async function listQueriedChats(
  ctx: ActorCtx<Asker>,
  { query, after, limit = chatPageSize }: QueriedChatsInput,
): Promise<ChatSummary[]> {
  requirePermission(ctx.actor, "chat.read");
  const parsed = afterInput.safeParse(after);
  if (!parsed.success) throw new AppError("invalid_input", "no such place in the list of chats");
  const where = chatsWhere(query, await viewerOf(ctx, query));
  return readArchivedChats(ctx, ctx.actor.teamId, { where, query, after: parsed.data, limit });
}
