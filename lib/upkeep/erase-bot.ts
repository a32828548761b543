import type { Ctx } from "@/lib/context";
import { purgeConversationsOf } from "@/lib/conversations/upkeep/purge-conversations";

/**
 * One step of deleting a bot that is in the bin with all that hangs on it, about `most` rows of one kind:
 * conversations, what the store holds of them too, then visitors, documents, counts and itself; usage by month stays.
 * Returns how many went; 0 when nothing is left. Throws as the store does while it is away: what it holds can't be left
 * behind then.
 */
export async function eraseBot(ctx: Ctx, bot: { id: string; teamId: string }, most: number): Promise<number> {
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
  const { count: counts } = await ctx.db.quarterCount.deleteMany({
    where: { teamId, botId: id },
    limit: most,
  });
  if (counts > 0) return counts;
  const { count } = await ctx.db.bot.deleteMany({ where: { id, teamId, deletedAt: { not: null } } });
  return count;
}
