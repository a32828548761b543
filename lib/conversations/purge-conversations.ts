import type { Ctx } from "@/lib/context";
import { chatSummaryKey, chatsKey, turnsKey } from "@/lib/kv/keys";

const day = 24 * 60 * 60_000;
const batchSize = 200;

/**
 * Deletes conversations without activity for longer than their bot keeps them, with their turns, what members have read
 * of them, visitors who have no other conversation, and what the store holds of them. Returns how many there were.
 * Throws as the store does while it is away: what it holds can't be left behind then.
 */
export async function purgeConversations(ctx: Ctx): Promise<number> {
  const bots = await ctx.db.bot.findMany({
    where: { retentionDays: { not: null } },
    select: { id: true, teamId: true, retentionDays: true },
  });
  let count = 0;
  for (const { retentionDays, ...bot } of bots) {
    if (retentionDays === null) continue;
    const before = new Date(Date.now() - retentionDays * day);
    for (;;) {
      const ids = await purgeBatch(ctx, bot, before);
      count += ids.length;
      if (ids.length < batchSize) break;
    }
  }
  return count;
}

/** A conversation that a visitor comes back to meanwhile is kept: the delete looks at its activity again. */
async function purgeBatch(
  ctx: Ctx,
  { id: botId, teamId }: { id: string; teamId: string },
  before: Date,
): Promise<string[]> {
  const old = await ctx.db.conversation.findMany({
    where: { teamId, botId, lastActivityAt: { lt: before } },
    orderBy: { lastActivityAt: "asc" },
    take: batchSize,
    select: { id: true },
  });
  if (old.length === 0) return [];
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
  return gone;
}

async function forgetInStore({ kv }: Ctx, teamId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const forget = kv.redis.multi();
  forget.zrem(chatsKey(teamId), ...ids);
  for (const id of ids) forget.del(turnsKey(teamId, id), chatSummaryKey(teamId, id));
  await forget.exec();
}
