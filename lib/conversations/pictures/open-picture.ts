import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { getBlobStore } from "@/lib/storage/get-blob-store";
import { type OpenFile, openFile } from "@/lib/storage/open-file";

/**
 * A picture that was sent in one of the team's chats. Throws AppError `forbidden` without `chat.read`, `not_found` for
 * one that the team doesn't have or whose bot was deleted, and `unavailable` (reasons `storage_…`).
 */
export async function openPicture(ctx: ActorCtx, conversationId: string, fileId: string): Promise<OpenFile> {
  requirePermission(ctx.actor, "chat.read");
  const { teamId } = ctx.actor;
  const found =
    isId(conversationId) && isId(fileId)
      ? await ctx.db.storedFile.findFirst({
          where: { id: fileId, teamId, conversationId, conversation: { bot: { deletedAt: null } } },
          select: { id: true },
        })
      : null;
  const { id } = requireRow(found, "no such picture in this team's chats");
  return requireRow(await openFile(ctx, getBlobStore(), id), "the picture's bytes are gone");
}
