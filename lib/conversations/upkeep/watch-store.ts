import type { Ctx } from "@/lib/context";
import { storeLossMs } from "@/lib/conversations/feed/refill-turns";
import { enqueue } from "@/lib/jobs/enqueue";
import { logError } from "@/lib/log";
import { repairSinceJob } from "./repair-job";

const lookMs = 1_000;

/**
 * Has conversations repaired at the start, and when the store is back after an outage or was connected anew, for then
 * it may have been restarted without what it held. Runs on every instance: each has a connection of its own, and one
 * may lose it alone. What several ask for at once is done once. Returns how to stop.
 */
export function watchStore(ctx: Ctx): () => void {
  /** Activity since then is to be looked at; null for none. */
  let owedSince: number | null = Date.now() - storeLossMs;
  let isAsking = false;
  let downSince: number | null = null;
  let generation = ctx.kv.generation();

  const ask = async () => {
    if (owedSince === null || isAsking || !ctx.kv.isUp()) return;
    const since = owedSince;
    isAsking = true;
    try {
      await enqueue(ctx.db, repairSinceJob, { since }, { teamId: null, key: "all" });
      if (owedSince === since) owedSince = null;
    } catch (error) {
      logError("a repair of conversations could not be asked for, and is when the database answers", error);
    } finally {
      isAsking = false;
    }
  };
  const look = () => {
    if (!ctx.kv.isUp()) {
      downSince ??= Date.now();
    } else if (downSince !== null || ctx.kv.generation() !== generation) {
      owedSince = Math.min((downSince ?? Date.now()) - storeLossMs, owedSince ?? Number.POSITIVE_INFINITY);
      downSince = null;
      generation = ctx.kv.generation();
    }
    void ask();
  };

  void ask();
  const looking = setInterval(look, lookMs);
  looking.unref();
  return () => clearInterval(looking);
}
