import { z } from "zod";
import { sendPulse } from "@/lib/conversations/feed/send-pulse";
import { requireRow } from "@/lib/db/require-row";
import { AppError } from "@/lib/errors";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";

const presenceInput = z.object({
  doing: z.enum(["reading", "typing", "gone"]),
  visit: z.string().max(64).optional(),
});

/**
 * Tells the other screens of the team what the actor does in a chat, and its visitor when the member who has it types.
 * Throws AppError `forbidden` without `chat.read`, `not_found` for an id that the team doesn't have, `invalid_input`
 * for a doing that is none or a visit (of at most 64 characters, the same from when a page begins to look at the chat
 * until it is gone) that can't be one.
 */
export async function notePresence(
  ctx: ActorCtx,
  conversationId: string,
  said: { doing?: unknown; visit?: unknown },
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
  const parsed = presenceInput.safeParse(said);
  if (!parsed.success) throw new AppError("invalid_input", "not what one does in a chat");
  await sendPulse(ctx, teamId, {
    type: "presence",
    chat: conversationId,
    member: { id: userId, name: userName },
    ...parsed.data,
    hasIt: state === "taken" && assigneeId === userId,
  });
}
