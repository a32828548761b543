import type { Ctx } from "@/lib/context";
import { forgetInStore } from "@/lib/conversations/purge-conversations";

/**
 * Deletes a bot that was deleted before, with its documents, visitors and conversations, and what the store holds of those.
 * Throws as the store does while it is away: what it holds can't be left behind then.
 */
export async function eraseBot(
  ctx: Ctx,
  { id: botId, teamId }: { id: string; teamId: string },
): Promise<void> {
  for (;;) {
    const batch = await ctx.db.conversation.findMany({
      where: { teamId, botId },
      select: { id: true },
      take: conversationsAtOnce,
    });
    const ids = batch.map(({ id }) => id);
    await forgetInStore(ctx, teamId, ids);
    await ctx.db.conversation.deleteMany({ where: { teamId, botId, id: { in: ids } } });
    // Again: a reader may have refilled the store between.
    await forgetInStore(ctx, teamId, ids);
    if (batch.length < conversationsAtOnce) break;
  }
  await ctx.db.bot.deleteMany({ where: { id: botId, teamId, deletedAt: { not: null } } });
}

const conversationsAtOnce = 200;
