import { z } from "zod";
import { republishChat } from "@/lib/conversations/feed/republish-chat";
import { Prisma } from "@/lib/db/generated/client";
import { requireRow } from "@/lib/db/require-row";
import { AppError } from "@/lib/errors";
import { idInput } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { logError } from "@/lib/log";
import { getMailer } from "@/lib/mail/mailer";
import { nextState, nextStateAt } from "./chat-machine";
import { tellMembers } from "./tell-members";

export const assignChatInput = z.strictObject({
  conversationId: idInput,
  /** Who is to have it. */
  userId: idInput,
  /** Who has it as the screen shows it; empty where nobody does. */
  from: z.union([idInput, z.literal("")]),
});

/**
 * Gives a chat to a member, whoever had it, on all screens; who gets it from somebody else is told as their settings
 * say. Of several who do so at once one does, and the others are refused; what is so already stays. Throws AppError
 * `forbidden` without `chat.handle`, `not_found` for a chat or a member that the team doesn't have, `conflict` (reason
 * `chat_assigned`) where somebody else than `from` has it by now.
 */
export async function assignChat(
  ctx: ActorCtx,
  { conversationId, userId, from }: z.output<typeof assignChatInput>,
): Promise<void> {
  requirePermission(ctx.actor, "chat.handle");
  const { db, actor } = ctx;
  const { teamId } = actor;
  const at = Prisma.sql`${new Date(ctx.now())}::timestamptz`;
  const next = nextState("assign", at);
  const givenBy = userId === actor.userId ? null : actor.userName;
  const isChanged = await db.$transaction(async (tx) => {
    const member = await tx.membership.findUnique({ where: { teamId_userId: { teamId, userId } } });
    requireRow(member, "no such member in this team");
    const changed = await tx.$executeRaw`
      UPDATE conversations c SET state = ${next}, state_at = ${nextStateAt(at)}, assignee_id = ${userId}::uuid, taken_at = ${at},
        given_by = ${givenBy}, snoozed_until = NULL, snoozed_from = NULL
      WHERE team_id = ${teamId}::uuid AND id = ${conversationId}::uuid AND ${next} IS NOT NULL
        AND assignee_id IS NOT DISTINCT FROM ${from === "" ? null : from}::uuid
        AND (assignee_id IS DISTINCT FROM ${userId}::uuid OR state <> 'taken')
        AND EXISTS (SELECT FROM bots b WHERE b.team_id = c.team_id AND b.id = c.bot_id AND b.deleted_at IS NULL)`;
    if (changed === 0) return false;
    await writeAudit(tx, actor, {
      ...{ action: "chat.assigned", targetId: conversationId },
      ...{ before: { assigneeId: from === "" ? null : from }, after: { assigneeId: userId } },
    });
    return true;
  });
  if (isChanged) {
    await republishChat(ctx, teamId, conversationId);
    // The job of each minute tells of whom this doesn't.
    if (givenBy !== null && getMailer() !== null)
      await tellMembers(ctx, teamId).catch((error) => logError("a member was not told of a chat", error));
    return;
  }
  const found = await db.conversation.findFirst({
    where: { teamId, id: conversationId, bot: { deletedAt: null } },
    select: { assigneeId: true },
  });
  const { assigneeId } = requireRow(found, "no such conversation in this team");
  if (assigneeId !== userId)
    throw new AppError("conflict", "somebody else has the chat", { reason: "chat_assigned" });
}
