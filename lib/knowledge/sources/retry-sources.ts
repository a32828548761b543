import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { checkSource } from "@/lib/knowledge/web/check-source";
import { listSources } from "./list-sources";
import { readAgain } from "./read-again";

/**
 * Reads or fetches again all of a bot's sources that failed, of those that are listed. Returns how many. Throws
 * AppError `not_found`.
 */
export async function retrySources(ctx: ActorCtx, { botId }: { botId: string }): Promise<number> {
  requirePermission(ctx.actor, "knowledge.write");
  const failed = (await listSources(ctx, { botId })).filter(({ state }) => state === "failed");
  for (const { id: sourceId, origin } of failed) {
    if (origin === "file") await readAgain(ctx, { botId, sourceId });
    else await checkSource(ctx, { botId, sourceId });
  }
  return failed.length;
}
