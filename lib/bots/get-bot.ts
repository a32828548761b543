import type { Bot } from "@/lib/db/generated/client";
import { isId } from "@/lib/id-input";
import type { Actor, ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";

/** A bot of the actor's team; null when there is none, it is another team's, or it was deleted. */
export async function getBot(ctx: ActorCtx<Actor>, botId: string): Promise<Bot | null> {
  requirePermission(ctx.actor, "bot.read");
  if (!isId(botId)) return null;
  return ctx.db.bot.findFirst({ where: { id: botId, teamId: ctx.actor.teamId, deletedAt: null } });
}
