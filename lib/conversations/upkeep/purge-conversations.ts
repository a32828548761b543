import type { Ctx } from "@/lib/context";
import { forgetInStore } from "./forget-in-store";

const day = 24 * 60 * 60_000;
const batchSize = 200;

/**
 * Deletes conversations without activity for longer than their bot keeps them, with their turns, what members have read
 * of them, visitors who have no other conversation, and what the store holds of them. Returns how many there were.
 * Throws as the store does while it is away: what it holds can't be left behind then.
 * @param most after about so many it ends, and the next call goes on
 */
export async function purgeConversations(ctx: Ctx, most = 10_000): Promise<number> {
  const bots = await ctx.db.bot.findMany({
    where: { retentionDays: { not: null } },
    select: { id: true, teamId: true, retentionDays: true },
  });
  let count = 0;
  for (const { retentionDays, ...bot } of bots) {
    if (retentionDays === null) continue;
    const before = new Date(Date.now() - retentionDays * day);
    while (count < most) {
      const found = await purgeConversationsOf(ctx, bot, before);
      count += found;
      if (found < batchSize) break;
    }
  }
  return count;
}

/**
 * Deletes up to 200 of a bot's conversations that have been quiet since `before`; returns how many. One that a visitor
 * comes back to meanwhile is kept: the delete looks at its activity again.
 */
export async function purgeConversationsOf(
  ctx: Ctx,
  { id: botId, teamId }: { id: string; teamId: string },
  before: Date,
): Promise<number> {
  const old = await ctx.db.conversation.findMany({
    where: { teamId, botId, lastActivityAt: { lt: before } },
    orderBy: { lastActivityAt: "asc" },
    take: batchSize,
    select: { id: true },
  });
  if (old.length === 0) return 0;
  const candidates = old.map(({ id }) => id);
  await forgetInStore(ctx, teamId, candidates);
  const gone = await ctx.db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; visitor_id: string }[]>`
      DELETE FROM conversations WHERE team_id = ${teamId}::uuid AND id = ANY(${candidates}::uuid[])
        AND last_activity_at < ${before}
      RETURNING id::text, visitor_id::text`;
    await tx.visitor.deleteMany({
      where: {
        teamId,
        id: { in: rows.map((row) => row.visitor_id) },
        conversations: { none: {} },
      },
    });
    return rows.map(({ id }) => id);
  });
  // Again: a reader may have refilled the store between.
  await forgetInStore(ctx, teamId, gone);
  return gone.length;
}
