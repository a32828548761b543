import { z } from "zod";
import { nextState, nextStateAt } from "@/lib/conversations/desk/chat-machine";
import { chosenChats } from "@/lib/conversations/desk/chosen-chats";
import { republishChat } from "@/lib/conversations/feed/republish-chat";
import { Prisma } from "@/lib/db/generated/client";
import { requireRow } from "@/lib/db/require-row";
import { AppError, isAppError } from "@/lib/errors";
import { idInput } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { longestSnoozeMs, snoozeTime } from "./snooze-time";

/** One of `snoozeChoices`, or a time as the team's clocks show it: `2026-12-01T09:30`. */
const until = z.string().max(30);

export const snoozeChatInput = z.strictObject({ conversationId: idInput, until });
export const snoozeChatsInput = z.strictObject({ conversationIds: chosenChats, until });

/** How many chats were put off, and how many weren't, by why: others have them, they are closed, they are gone. */
export type Snoozed = { done: number; taken: number; closed: number; gone: number };

/**
 * Puts a chat off until a time, on all screens: then, or when its visitor writes, it is back with the member who has
 * it, else it waits for anybody. Its visitor isn't told. Throws AppError `forbidden` without `chat.handle`, `not_found`
 * for an id that the team doesn't have, `conflict` where somebody else has the chat (reason `chat_taken`) or it is
 * closed (`snooze_closed`), `invalid_input` for no time (`snooze_malformed`), one that isn't to come (`snooze_past`),
 * or one in more than a year (`snooze_far`).
 */
export async function snoozeChat(ctx: ActorCtx, input: z.output<typeof snoozeChatInput>): Promise<void> {
  await snoozeOne(ctx, input.conversationId, await readTime(ctx, input.until));
}

/**
 * Puts many chats off, each for itself: those that can't be are told of, and hold up no other. Throws as `snoozeChat`
 * does, but for what is of one chat.
 */
export async function snoozeChats(ctx: ActorCtx, input: z.output<typeof snoozeChatsInput>): Promise<Snoozed> {
  const time = await readTime(ctx, input.until);
  const snoozed: Snoozed = { done: 0, taken: 0, closed: 0, gone: 0 };
  for (const id of input.conversationIds) snoozed[await trySnooze(ctx, id, time)] += 1;
  return snoozed;
}

async function trySnooze(ctx: ActorCtx, id: string, time: Date): Promise<keyof Snoozed> {
  try {
    await snoozeOne(ctx, id, time);
    return "done";
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.reason === "chat_taken") return "taken";
    if (error.reason === "snooze_closed") return "closed";
    if (error.code === "not_found") return "gone";
    throw error;
  }
}

async function readTime(ctx: ActorCtx, wanted: string): Promise<Date> {
  requirePermission(ctx.actor, "chat.handle");
  const { timeZone } = await ctx.db.team.findUniqueOrThrow({
    where: { id: ctx.actor.teamId },
    select: { timeZone: true },
  });
  const now = ctx.now();
  const time = snoozeTime(wanted, now, timeZone);
  if (time === null) throw new AppError("invalid_input", "no time", { reason: "snooze_malformed" });
  if (time <= now) throw new AppError("invalid_input", "a past time", { reason: "snooze_past" });
  if (time > now + longestSnoozeMs)
    throw new AppError("invalid_input", "a time too far ahead", { reason: "snooze_far" });
  return new Date(time);
}

async function snoozeOne(ctx: ActorCtx, id: string, time: Date): Promise<void> {
  const { db, actor } = ctx;
  const { teamId, userId } = actor;
  const at = Prisma.sql`${new Date(ctx.now())}::timestamptz`;
  const next = nextState("snooze", at);
  const isChanged = await db.$transaction(async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE conversations c SET state = ${next}, state_at = ${nextStateAt(at)}, snoozed_until = ${time}, given_by = NULL,
        snoozed_from = CASE WHEN state = 'snoozed' THEN snoozed_from ELSE state END
      WHERE team_id = ${teamId}::uuid AND id = ${id}::uuid AND ${next} IS NOT NULL
        AND (state <> 'taken' OR COALESCE(assignee_id = ${userId}::uuid, true))
        AND EXISTS (SELECT FROM bots b WHERE b.team_id = c.team_id AND b.id = c.bot_id AND b.deleted_at IS NULL)`;
    if (changed === 0) return false;
    await writeAudit(tx, actor, {
      ...{ action: "chat.snoozed", targetId: id },
      after: { until: time.toISOString() },
    });
    return true;
  });
  if (isChanged) return republishChat(ctx, teamId, id);
  const found = await db.conversation.findFirst({
    where: { teamId, id, bot: { deletedAt: null } },
    select: { state: true, assigneeId: true },
  });
  const { state, assigneeId } = requireRow(found, "no such conversation in this team");
  if (state === "closed") throw new AppError("conflict", "the chat is closed", { reason: "snooze_closed" });
  if (state === "taken" && assigneeId !== userId)
    throw new AppError("conflict", "somebody else has the chat", { reason: "chat_taken" });
  // It changed between the two statements.
  return snoozeOne(ctx, id, time);
}
