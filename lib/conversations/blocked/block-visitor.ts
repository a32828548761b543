import { z } from "zod";
import { forgetBotToken } from "@/lib/bots/token/get-bot-by-token";
import { moveOnce } from "@/lib/conversations/desk/move-chat";
import { republishChat } from "@/lib/conversations/feed/republish-chat";
import { requireRow } from "@/lib/db/require-row";
import { isAppError } from "@/lib/errors";
import { idInput } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";

export const blockVisitorInput = z.strictObject({ conversationId: idInput });
type BlockVisitorInput = z.output<typeof blockVisitorInput>;

/** Chats of one visitor that screens are told of. */
const mostShown = 50;

/**
 * Blocks the visitor of a chat: what they write from then on is kept nowhere and reaches nobody, and reads the answer
 * of a paused bot. Their chats that wait, or that the actor has, are closed, and this one. Doing so twice changes
 * nothing. Throws AppError `forbidden` without `chat.handle`, `not_found` for an id that the team doesn't have,
 * `conflict` (reason `chat_taken`) where somebody else has the chat.
 */
export async function blockVisitor(ctx: ActorCtx, { conversationId }: BlockVisitorInput): Promise<void> {
  requirePermission(ctx.actor, "chat.handle");
  const { visitorId, token } = await requireVisitor(ctx, conversationId);
  // First, so that nothing is blocked of a chat that somebody else talks in.
  await moveOnce(ctx, conversationId, "close");
  await setBlocked(ctx, { conversationId, visitorId, isBlocked: true });
  forgetBotToken(token);
  await showChats(ctx, visitorId, async (id, state) => {
    if (state === "closed" || state === "bot") return;
    await moveOnce(ctx, id, "close").catch((error) => {
      if (!isAppError(error) || error.reason !== "chat_taken") throw error;
    });
  });
}

/**
 * Lets the visitor of a chat write again; their chats stay as they are. Doing so twice changes nothing. Throws AppError
 * `forbidden` without `chat.handle`, `not_found` for an id that the team doesn't have.
 */
export async function unblockVisitor(ctx: ActorCtx, { conversationId }: BlockVisitorInput): Promise<void> {
  requirePermission(ctx.actor, "chat.handle");
  const { visitorId, token } = await requireVisitor(ctx, conversationId);
  await setBlocked(ctx, { conversationId, visitorId, isBlocked: false });
  forgetBotToken(token);
  await showChats(ctx, visitorId);
}

async function requireVisitor({ db, actor }: ActorCtx, conversationId: string) {
  const chat = await db.conversation.findFirst({
    where: { teamId: actor.teamId, id: conversationId, bot: { deletedAt: null } },
    select: { visitorId: true, bot: { select: { widgetToken: true } } },
  });
  const { visitorId, bot } = requireRow(chat, "no such conversation in this team");
  return { visitorId, token: bot.widgetToken };
}

async function setBlocked(
  ctx: ActorCtx,
  { conversationId, visitorId, isBlocked }: BlockVisitorInput & { visitorId: string; isBlocked: boolean },
): Promise<void> {
  const { db, actor } = ctx;
  const { teamId } = actor;
  await db.$transaction(async (tx) => {
    const { count } = await tx.visitor.updateMany({
      where: { teamId, id: visitorId, blockedAt: isBlocked ? null : { not: null } },
      data: {
        blockedAt: isBlocked ? new Date(ctx.now()) : null,
        blockedBy: isBlocked ? actor.userName : null,
      },
    });
    if (count === 0) return;
    const action = isBlocked ? "visitor.blocked" : "visitor.unblocked";
    await writeAudit(tx, actor, { action, targetId: visitorId, detail: { conversationId } });
  });
}

/** Shows the visitor's newest chats anew, each after what is done to it. */
async function showChats(
  ctx: ActorCtx,
  visitorId: string,
  then?: (id: string, state: string) => Promise<void>,
): Promise<void> {
  const { teamId } = ctx.actor;
  const chats = await ctx.db.conversation.findMany({
    where: { teamId, visitorId },
    orderBy: { lastActivityAt: "desc" },
    take: mostShown,
    select: { id: true, state: true },
  });
  for (const { id, state } of chats) {
    await then?.(id, state);
    await republishChat(ctx, teamId, id);
  }
}
