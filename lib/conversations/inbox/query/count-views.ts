import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import type { ChatQuery, ChatView } from "./chat-query";
import { chatsWhere } from "./chats-where";
import { maxCounted, type ViewCounts } from "./view-counts";
import { viewerOf } from "./viewer-of";

/**
 * How many chats each view has, of those that a query wants whatever its view; `maxCounted` stands for that many or
 * more. Throws AppError `forbidden` without `chat.read`.
 */
export async function countViews(ctx: ActorCtx, query: ChatQuery): Promise<ViewCounts> {
  requirePermission(ctx.actor, "chat.read");
  const viewer = await viewerOf(ctx, query);
  const { teamId } = ctx.actor;
  const count = (view: ChatView) => {
    const where = chatsWhere({ ...query, view }, viewer);
    return ctx.db.conversation.count({
      where: { teamId, bot: { deletedAt: null }, ...where },
      take: maxCounted,
    });
  };
  const [all, waiting, mine, unassigned, unanswered, snoozed, bot, closed] = await Promise.all([
    count("all"),
    count("waiting"),
    count("mine"),
    count("unassigned"),
    count("unanswered"),
    count("snoozed"),
    count("bot"),
    count("closed"),
  ]);
  return { all, waiting, mine, unassigned, unanswered, snoozed, bot, closed };
}
