import { requireBot } from "@/lib/bots/require-bot";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { readBotTags } from "./read-bot-tags";

/** The tags that a bot's documents have, the most used first; at most 200. Throws AppError `forbidden`, `not_found`. */
export async function listDocumentTags(ctx: ActorCtx, { botId }: { botId: string }): Promise<string[]> {
  requirePermission(ctx.actor, "knowledge.read");
  await requireBot(ctx, botId);
  return readBotTags(ctx.db, { teamId: ctx.actor.teamId, botId });
}
