import type { Ctx } from "@/lib/context";
import { purgeConversationsOf } from "@/lib/conversations/purge-conversations";

const keptMs = 30 * 24 * 60 * 60_000;

/**
 * Deletes bots that were deleted 30 days ago with all that hangs on them, conversations and documents first, about `most` rows
 * at a time. Returns how many went. Throws as the store does while it is away: what it holds can't be left behind then.
 */
export async function purgeDeletedBots(ctx: Ctx, most: number): Promise<number> {
  const before = new Date(Date.now() - keptMs);
  const bot = await ctx.db.bot.findFirst({
    where: { deletedAt: { lt: before } },
    select: { id: true, teamId: true },
    orderBy: { deletedAt: "asc" },
  });
  if (!bot) return 0;
  const { id, teamId } = bot;
  // Nobody writes to a bot that is gone: what is quiet by tomorrow is all there is.
  const conversations = await purgeConversationsOf(ctx, bot, new Date(Date.now() + 24 * 60 * 60_000));
  if (conversations > 0) return conversations;
  const { count: visitors } = await ctx.db.visitor.deleteMany({ where: { teamId, botId: id }, limit: most });
  if (visitors > 0) return visitors;
  const { count: documents } = await ctx.db.document.deleteMany({
    where: { teamId, botId: id },
    limit: most,
  });
  if (documents > 0) return documents;
  const { count } = await ctx.db.bot.deleteMany({ where: { id, teamId, deletedAt: { lt: before } } });
  return count;
}
