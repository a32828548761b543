import type { Bot } from "@/lib/db/generated/client";
import type { ActorCtx, Asker } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";

export type BotListItem = Bot & { documentCount: number };

/** The team's bots, oldest first, each with the number of its documents. */
export async function listBots(ctx: ActorCtx<Asker>): Promise<BotListItem[]> {
  requirePermission(ctx.actor, "bot.read");
  const bots = await ctx.db.bot.findMany({
    where: { teamId: ctx.actor.teamId, deletedAt: null },
    include: { _count: { select: { documents: { where: { deletedAt: null } } } } },
    orderBy: { id: "asc" },
  });
  return bots.map(({ _count, ...bot }) => ({ ...bot, documentCount: _count.documents }));
}
