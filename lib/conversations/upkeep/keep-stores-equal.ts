import type { Ctx } from "@/lib/context";
import { storeLossMs } from "@/lib/conversations/feed/refill-turns";
import { lockKey } from "@/lib/kv/keys";
import { isKvDown } from "@/lib/kv/kv-down";
import { log, logError } from "@/lib/log";
import { repairConversations } from "./repair-conversations";

const minute = 60_000;
const lookMs = 1_000;
const retryMs = 5_000;

/**
 * Repairs conversations: at start, each minute on one of the instances, and on every instance when the store is back after
 * an outage or was connected anew, for then it may have been restarted without what it held. What fails is tried again.
 * Returns how to stop.
 */
export function keepStoresEqual(ctx: Ctx): () => void {
  /** Activity since then is to be looked at; null for none. */
  let owedSince: number | null = Date.now() - storeLossMs;
  let isRepairing = false;
  let retryAt = 0;
  let downSince: number | null = null;
  let connections = ctx.kv.connections();

  const owe = (since: number) => {
    owedSince = Math.min(since, owedSince ?? since);
  };
  const repairOwed = async () => {
    if (owedSince === null || isRepairing || !ctx.kv.isUp() || Date.now() < retryAt) return;
    const since = owedSince;
    owedSince = null;
    isRepairing = true;
    try {
      const { failed, published } = await repairConversations(ctx, { since });
      if (failed + published > 0) log("warn", "conversations were repaired", { failed, published });
    } catch (error) {
      if (!isKvDown(error)) logError("repairing conversations failed", error);
      owe(since);
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
    owe(Date.now() - 3 * minute);
    void repairOwed();
  }, minute);
  const looking = setInterval(() => {
    if (!ctx.kv.isUp()) {
      downSince ??= Date.now();
    } else if (downSince !== null || ctx.kv.connections() !== connections) {
      owe((downSince ?? Date.now()) - storeLossMs);
      downSince = null;
      connections = ctx.kv.connections();
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
