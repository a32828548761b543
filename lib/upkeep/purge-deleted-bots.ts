import { binStart } from "@/lib/bin/bin-days";
import type { Ctx } from "@/lib/context";
import { eraseBot } from "./erase-bot";

/**
 * Deletes bots whose days in the bin are over with all that hangs on them, about `most` rows at a time. Returns how
 * many went.
 * Throws as the store does while it is away: what it holds can't be left behind then.
 */
export async function purgeDeletedBots(ctx: Ctx, most: number): Promise<number> {
  const bot = await ctx.db.bot.findFirst({
    where: { deletedAt: { lt: binStart() } },
    select: { id: true, teamId: true },
    orderBy: { deletedAt: "asc" },
  });
  return bot ? eraseBot(ctx, bot, most) : 0;
}
