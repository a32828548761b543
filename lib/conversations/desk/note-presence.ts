import { z } from "zod";
import { sendPulse } from "@/lib/conversations/feed/send-pulse";
import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";

export const notePresenceInput = z.object({
  doing: z.enum(["reading", "typing", "gone"]),
  /** The same from when a page begins to look at the chat until it is gone. */
  visit: z.string().max(64).optional(),
});

/**
 * Tells the other screens of the team what the actor does in a chat, and its visitor when the member who has it types.
 * Throws AppError `forbidden` without `chat.read`, `not_found` for an id that the team doesn't have.
 */
export async function notePresence(
  ctx: ActorCtx,
  conversationId: string,
  said: z.output<typeof notePresenceInput>,
): Promise<void> {
  requirePermission(ctx.actor, "chat.read");
  const { teamId, userId, userName } = ctx.actor;
  const found = isId(conversationId)
    ? await ctx.db.conversation.findFirst({
        where: { teamId, id: conversationId, bot: { deletedAt: null } },
        select: { state: true, assigneeId: true },
      })
    : null;
  const { state, assigneeId } = requireRow(found, "no such conversation in this team");
  await sendPulse(ctx, teamId, {
    type: "presence",
    chat: conversationId,
    member: { id: userId, name: userName },
    ...said,
    hasIt: state === "taken" && assigneeId === userId,
  });
}
