import { z } from "zod";
import { sendPulse } from "@/lib/conversations/feed/send-pulse";
import { requireRow } from "@/lib/db/require-row";
import { AppError } from "@/lib/errors";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";

const doingInput = z.enum(["reading", "typing", "gone"]);

/**
 * Tells the other screens of the team what the actor does in a chat, and its visitor when the member who has it types. Throws AppError
 * `forbidden` without `chat.read`, `not_found` for an id that the team doesn't have, `invalid_input` for a doing that is none.
 */
export async function notePresence(ctx: ActorCtx, conversationId: string, doing: unknown): Promise<void> {
  requirePermission(ctx.actor, "chat.read");
  const { teamId, userId, userName } = ctx.actor;
  const found = isId(conversationId)
    ? await ctx.db.conversation.findFirst({
        where: { teamId, id: conversationId, bot: { deletedAt: null } },
        select: { state: true, assigneeId: true },
      })
    : null;
  const { state, assigneeId } = requireRow(found, "no such conversation in this team");
  const parsed = doingInput.safeParse(doing);
  if (!parsed.success) throw new AppError("invalid_input", "not what one does in a chat");
  await sendPulse(ctx, teamId, {
    type: "presence",
    chat: conversationId,
    member: { id: userId, name: userName },
    doing: parsed.data,
    hasIt: state === "taken" && assigneeId === userId,
  });
}
