import { z } from "zod";
import type { ChatSummary } from "@/lib/conversations/turns/turn";
import { AppError } from "@/lib/errors";
import { idInput } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { chatPageSize } from "./list-chats";
import { readArchivedChats } from "./read-archived-chats";

const olderChatsInput = z.object({
  before: z.object({ lastActivityAt: z.number().int().min(0).max(8.64e15), id: idInput }),
  botId: idInput.optional(),
});

export type OlderChatsInput = z.input<typeof olderChatsInput>;

/**
 * The next page of the team's chats after the given one, or of one bot's, newest activity first, from the archive; empty
 * at the end. Throws AppError `forbidden` without `chat.read`, `invalid_input` for a malformed cursor.
 */
export async function listOlderChats(ctx: ActorCtx, input: OlderChatsInput): Promise<ChatSummary[]> {
  requirePermission(ctx.actor, "chat.read");
  const parsed = olderChatsInput.safeParse(input);
  if (!parsed.success) throw new AppError("invalid_input", "no such place in the list of chats");
  return readArchivedChats(ctx, ctx.actor.teamId, { ...parsed.data, limit: chatPageSize });
}
