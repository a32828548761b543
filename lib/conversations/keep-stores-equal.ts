import type { Ctx } from "@/lib/context";
import { lockKey } from "@/lib/kv/keys";
import { isKvDown } from "@/lib/kv/kv-down";
import { log, logError } from "@/lib/log";
import { type RepairWindow, repairConversations } from "./repair-conversations";

const minute = 60_000;
/** A store that saves its data only now and then can lose about this much when it is restarted. */
const lossMs = 65 * minute;
const lookMs = 1_000;
const retryMs = 5_000;

/**
 * Repairs conversations: at start, each minute on one of the instances, and on every instance when the store is back after
 * an outage or was connected anew, for then it may have been restarted without what it held. What fails is tried again.
 * Returns how to stop.
 */
export function keepStoresEqual(ctx: Ctx): () => void {
  const started = Date.now();
  let owed: RepairWindow | null = { since: started - lossMs, publishedSince: started - 2 * minute };
  let isRepairing = false;
  let retryAt = 0;
  let downSince: number | null = null;
  let connections = ctx.kv.connections();

  const repairOwed = async () => {
    if (!owed || isRepairing || !ctx.kv.isUp() || Date.now() < retryAt) return;
    const window = owed;
    owed = null;
    isRepairing = true;
    try {
      const { failed, published } = await repairConversations(ctx, window);
      if (failed + published > 0) log("warn", "conversations were repaired", { failed, published });
    } catch (error) {
      if (!isKvDown(error)) logError("repairing conversations failed", error);
      owed = widest(window, owed);
      retryAt = Date.now() + retryMs;
    } finally {
      isRepairing = false;
    }
  };

  void repairOwed();
  const everyMinute = setInterval(async () => {
    const isMine = await ctx.kv.redis
      .set(lockKey("repair"), { at: Date.now() }, { nx: true, px: minute - 5_000 })
      .catch(() => null);
    if (isMine === null) return;
    const since = Date.now() - 3 * minute;
    owed = widest({ since, publishedSince: since }, owed);
    void repairOwed();
  }, minute);
  const looking = setInterval(() => {
    if (!ctx.kv.isUp()) {
      downSince ??= Date.now();
    } else if (downSince !== null || ctx.kv.connections() !== connections) {
      const publishedSince = (downSince ?? Date.now()) - 10_000;
      downSince = null;
      connections = ctx.kv.connections();
      owed = widest({ since: publishedSince - lossMs, publishedSince }, owed);
    }
    void repairOwed();
  }, lookMs);
  everyMinute.unref();
  looking.unref();
  return () => {
    clearInterval(everyMinute);
    clearInterval(looking);
  };
}

function widest(a: RepairWindow, b: RepairWindow | null): RepairWindow {
  if (!b) return a;
  return {
    since: Math.min(a.since, b.since),
    publishedSince: Math.min(a.publishedSince, b.publishedSince),
  };
}
