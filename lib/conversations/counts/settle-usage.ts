import type { Ctx } from "@/lib/context";
import { listLimitedTeams } from "@/lib/plans/quota/list-limited-teams";
import { raiseUsage } from "@/lib/plans/quota/usage-counter";
import { tellUsage } from "@/lib/teams/plan/tell-usage";

/**
 * Raises the counters of teams whose plan counts messages to what the archive holds, and tells their owners what nobody
 * told them. Nothing where plans are off.
 */
export async function settleUsage(ctx: Pick<Ctx, "db" | "kv" | "now">, signal?: AbortSignal): Promise<void> {
  for (const { teamId, month } of await listLimitedTeams(ctx)) {
    signal?.throwIfAborted();
    await raiseUsage(ctx, teamId, month);
    await tellUsage(ctx, teamId);
  }
}
