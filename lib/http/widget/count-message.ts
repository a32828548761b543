import { keepWorking } from "@/lib/background-work";
import type { WidgetBot } from "@/lib/bots/token/get-bot-by-token";
import type { Ctx } from "@/lib/context";
import { openQuota } from "@/lib/plans/quota/open-quota";
import { noticeShares, tellUsage } from "@/lib/teams/plan/tell-usage";
import { requireMessageLimits } from "./require-message-limits";

export type CountedMessage = {
  /** The team's plan has no room for it: it is answered without being looked for, and isn't counted. */
  isOverQuota: boolean;
  /** It was not answered with a turn of its own. */
  giveBack(): void;
};

/**
 * Counts a visitor's message under its limits and for its team's month, in one round trip. Throws AppError
 * `rate_limited` with `retryAfter` seconds.
 */
export async function countMessage(ctx: Ctx, bot: WidgetBot, chatId: string): Promise<CountedMessage> {
  const { teamId } = bot;
  const quota = openQuota(ctx, teamId, bot.plan);
  await requireMessageLimits(ctx, bot.id, chatId, quota.along);
  const giveBack = () => keepWorking(quota.giveBack());
  try {
    const isOverQuota = await quota.isOver();
    const standing = quota.standing();
    if (standing && noticeShares.some((share) => standing.used === Math.ceil((standing.limit * share) / 100)))
      keepWorking(tellUsage(ctx, teamId));
    return { isOverQuota, giveBack };
  } catch (error) {
    giveBack();
    throw error;
  }
}
