import { requireBot } from "@/lib/bots/require-bot";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { publishSource } from "./publish-source";

/** Publishes all of a bot's files that were read. Returns how many. Throws AppError `not_found`. */
export async function publishSources(ctx: ActorCtx, { botId }: { botId: string }): Promise<number> {
  requirePermission(ctx.actor, "knowledge.write");
  await requireBot(ctx, botId);
  const where = { teamId: ctx.actor.teamId, botId, origin: "file" as const, state: "read" as const };
  const read = await ctx.db.source.findMany({ where, select: { id: true }, orderBy: { id: "asc" } });
  for (const { id: sourceId } of read) await publishSource(ctx, { botId, sourceId });
  return read.length;
}
