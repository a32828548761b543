import { republishChat } from "@/lib/conversations/feed/republish-chat";
import { Prisma } from "@/lib/db/generated/client";
import { requireRow } from "@/lib/db/require-row";
import { AppError } from "@/lib/errors";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { type ChatEvent, chatMachine, nextState, nextStateAt } from "./chat-machine";

/** What a member does to a chat as a whole. */
export type MemberMove = Extract<ChatEvent, "take" | "hand_back" | "close">;

/**
 * Takes a chat, hands it back to the bot or closes it, on all screens. Of several who take it one does, and the others
 * are refused; what somebody else has only they hand back or close. What is so already stays. Throws AppError
 * `forbidden` without `chat.handle`, `not_found` for an id that the team doesn't have, `conflict` (reason `chat_taken`)
 * where somebody else has it.
 */
export async function moveChat(ctx: ActorCtx, conversationId: string, move: MemberMove): Promise<void> {
  await moveOnce(ctx, conversationId, move);
}

/** The same; says whether anything changed by it. */
export async function moveOnce(ctx: ActorCtx, conversationId: string, move: MemberMove): Promise<boolean> {
  requirePermission(ctx.actor, "chat.handle");
  const { teamId, userId } = ctx.actor;
  const id = requireRow(isId(conversationId) ? conversationId : null, unknownChat);
  const at = Prisma.sql`${new Date(ctx.now())}::timestamptz`;
  const next = nextState(move, at);
  const assignee = move === "take" ? Prisma.sql`${userId}::uuid` : Prisma.sql`NULL`;
  const handledAt = move === "take" ? Prisma.sql`handled_at` : at;
  const takenAt = move === "take" ? at : Prisma.sql`taken_at`;
  const changed = await ctx.db.$executeRaw`
    UPDATE conversations c SET state = ${next}, state_at = ${nextStateAt(at)}, assignee_id = ${assignee}, taken_at = ${takenAt}, given_by = NULL,
      snoozed_until = NULL, snoozed_from = NULL, handled_at = ${handledAt}
    WHERE team_id = ${teamId}::uuid AND id = ${id}::uuid AND ${next} IS NOT NULL
      AND (state <> 'taken' OR COALESCE(assignee_id = ${userId}::uuid, true))
      AND EXISTS (SELECT FROM bots b WHERE b.team_id = c.team_id AND b.id = c.bot_id AND b.deleted_at IS NULL)`;
  if (changed > 0) {
    await republishChat(ctx, teamId, id);
    return true;
  }
  const found = await ctx.db.conversation.findFirst({
    where: { teamId, id, bot: { deletedAt: null } },
    select: { state: true, assigneeId: true },
  });
  const { state, assigneeId } = requireRow(found, unknownChat);
  if (state === "taken" && assigneeId !== userId)
    throw new AppError("conflict", "somebody else has the chat", { reason: "chat_taken" });
  return chatMachine[state][move] === null ? false : moveOnce(ctx, id, move);
}

const unknownChat = "no such conversation in this team";
