import { z } from "zod";
import type { Ctx } from "@/lib/context";
import { nextState, nextStateAt } from "@/lib/conversations/desk/chat-machine";
import { chosenChats } from "@/lib/conversations/desk/chosen-chats";
import { tellMembers } from "@/lib/conversations/desk/tell-members";
import { republishChat } from "@/lib/conversations/feed/republish-chat";
import { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { idInput } from "@/lib/id-input";
import { type ActorCtx, systemOf } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import type { RunJob } from "@/lib/jobs/bind-job";
import { defineJob } from "@/lib/jobs/define-job";
import { log } from "@/lib/log";
import { getMailer } from "@/lib/mail/mailer";

export const wakeChatInput = z.strictObject({ conversationId: idInput });
export const wakeManyInput = z.strictObject({ conversationIds: chosenChats });

/** How many chats are back, and how many weren't snoozed any more, or are gone. */
export type Woken = { done: number; already: number; gone: number };

/** In one transaction: the embedded database answers nobody else meanwhile. */
const batchSize = 50;

/** Wakes the chats whose time is there. */
export const wakeChatsJob = defineJob({
  name: "wake-chats",
  input: z.strictObject({}),
  retry: { attempts: 1_000, firstDelaySeconds: 5, longestDelaySeconds: 60 },
  atOnce: 1,
  teamAtOnce: 1,
  leaseSeconds: 30,
  schedule: { everySeconds: 30, firstAfterSeconds: 15 },
});

export const runWakeChats: RunJob<Record<string, never>> = async (ctx) => {
  const woken = await wakeChats(ctx);
  if (woken === 0) return undefined;
  log("info", "chats are back whose time was there", { chats: woken });
  if (getMailer() !== null) await tellMembers(ctx);
  return undefined;
};

/**
 * Has the chats back whose time is there, each with the member who has it, else waiting for anybody. Doing so twice, or
 * on several instances at once, wakes each once. Returns how many.
 */
export async function wakeChats(ctx: Ctx): Promise<number> {
  let woken = 0;
  for (;;) {
    const chats = await ctx.db.$transaction((tx) => wakeSome(tx, new Date(ctx.now())));
    for (const { id, teamId } of chats) await republishChat(ctx, teamId, id);
    woken += chats.length;
    if (chats.length < batchSize) return woken;
  }
}

/**
 * Has a snoozed chat back before its time; one that isn't snoozed stays as it is. Throws AppError `forbidden` without
 * `chat.handle`, `not_found` for an id that the team doesn't have.
 */
export async function wakeChat(
  ctx: ActorCtx,
  { conversationId }: z.output<typeof wakeChatInput>,
): Promise<void> {
  if ((await wakeOne(ctx, conversationId)) === "gone")
    throw new AppError("not_found", "no such conversation in this team");
}

/**
 * Has many snoozed chats back, each for itself: those that can't be are told of, and hold up no other. Throws AppError
 * `forbidden` without `chat.handle`.
 */
export async function wakeMany(
  ctx: ActorCtx,
  { conversationIds }: z.output<typeof wakeManyInput>,
): Promise<Woken> {
  const woken: Woken = { done: 0, already: 0, gone: 0 };
  for (const id of conversationIds) woken[await wakeOne(ctx, id)] += 1;
  return woken;
}

async function wakeOne(ctx: ActorCtx, id: string): Promise<keyof Woken> {
  requirePermission(ctx.actor, "chat.handle");
  const { teamId } = ctx.actor;
  const at = Prisma.sql`${new Date(ctx.now())}::timestamptz`;
  const isChanged = await ctx.db.$transaction(async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE conversations c SET ${wakes(at)}, snoozed_until = NULL
      WHERE team_id = ${teamId}::uuid AND id = ${id}::uuid AND state = 'snoozed'
        AND EXISTS (SELECT FROM bots b WHERE b.team_id = c.team_id AND b.id = c.bot_id AND b.deleted_at IS NULL)`;
    if (changed > 0) await writeAudit(tx, ctx.actor, { action: "chat.woken", targetId: id });
    return changed > 0;
  });
  if (isChanged) {
    await republishChat(ctx, teamId, id);
    return "done";
  }
  const found = await ctx.db.conversation.findFirst({
    where: { teamId, id, bot: { deletedAt: null } },
    select: { id: true },
  });
  return found ? "already" : "gone";
}

async function wakeSome(tx: Prisma.TransactionClient, now: Date): Promise<{ id: string; teamId: string }[]> {
  const chats = await tx.$queryRaw<{ id: string; teamId: string }[]>`
    UPDATE conversations c SET ${wakes(Prisma.sql`${now}::timestamptz`)}
    WHERE state = 'snoozed' AND id IN (
      SELECT id FROM conversations WHERE state = 'snoozed' AND snoozed_until <= ${now}
      ORDER BY snoozed_until LIMIT ${batchSize} FOR UPDATE SKIP LOCKED
    )
    RETURNING c.id::text AS id, c.team_id::text AS "teamId"`;
  for (const { id, teamId } of chats)
    await writeAudit(tx, systemOf(teamId), { action: "chat.woken", targetId: id });
  return chats;
}

/** Who has it begins anew: they have their time to come. */
function wakes(at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`state = ${nextState("wake", at)}, state_at = ${nextStateAt(at)}, snoozed_from = NULL,
    taken_at = CASE WHEN assignee_id IS NULL THEN taken_at ELSE ${at} END`;
}
