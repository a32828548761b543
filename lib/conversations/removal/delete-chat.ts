import { announceGone } from "@/lib/conversations/feed/announce-gone";
import { forgetInStore } from "@/lib/conversations/upkeep/forget-in-store";
import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
import type { ActorCtx, Asker } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { isKvDown } from "@/lib/kv/kv-down";
import { logError } from "@/lib/log";

/**
 * Deletes a chat for good, in both stores, with its turns, its lead, and its visitor where they have no other; screens
 * that show it let go of it. Counts stay as they are. What was taken from it into documents stays there. Throws
 * AppError `forbidden` without `chat.delete`, `not_found` for an id that the team doesn't have, and as the store does
 * while it is away: nothing is deleted then.
 */
export async function deleteChat(ctx: ActorCtx<Asker>, conversationId: string): Promise<void> {
  requirePermission(ctx.actor, "chat.delete");
  const { teamId } = ctx.actor;
  const id = requireRow(isId(conversationId) ? conversationId : null, unknownChat);
  // First: a store that is away refuses here, and all is as it was. It is refilled where nothing is deleted.
  await forgetInStore(ctx, teamId, [id]);
  await ctx.db.$transaction(async (tx) => {
    const [gone] = await tx.$queryRaw<{ visitorId: string; botId: string; chatId: string }[]>`
      DELETE FROM conversations c WHERE team_id = ${teamId}::uuid AND id = ${id}::uuid
        AND EXISTS (SELECT FROM bots b WHERE b.team_id = c.team_id AND b.id = c.bot_id AND b.deleted_at IS NULL)
      RETURNING visitor_id::text AS "visitorId", bot_id::text AS "botId", chat_id AS "chatId"`;
    const { visitorId, ...detail } = requireRow(gone, unknownChat);
    await tx.visitor.deleteMany({ where: { teamId, id: visitorId, conversations: { none: {} } } });
    await writeAudit(tx, ctx.actor, { action: "chat.delete", targetId: id, detail });
  });
  try {
    // Again: a reader may have refilled the store between.
    await forgetInStore(ctx, teamId, [id]);
    await announceGone(ctx, teamId, id);
  } catch (error) {
    if (!isKvDown(error)) throw error;
    logError("a chat is deleted, and screens that show it weren't told", error, { conversationId: id });
  }
}

const unknownChat = "no such conversation in this team";
