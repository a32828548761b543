import type { Ctx } from "@/lib/context";
import { lockKey } from "@/lib/kv/keys";
import { isKvDown } from "@/lib/kv/kv-down";
import { log, logError } from "@/lib/log";
import { repairConversations } from "./repair-conversations";

const minute = 60_000;
/** A store that saves its data only now and then can lose about this much when it is restarted. */
const lossMs = 65 * minute;
const outageCheckMs = 1_000;

/**
 * Repairs conversations: at start, each minute on one of the instances, and on every instance when the store is back after
 * an outage. Returns how to stop.
 */
export function keepStoresEqual(ctx: Ctx): () => void {
  let work: Promise<void> = Promise.resolve();
  let downSince: number | null = null;

  const repair = (window: { since: number; publishedSince?: number }) => {
    work = work.then(async () => {
      try {
        const { failed, published } = await repairConversations(ctx, window);
        if (failed + published > 0) log("warn", "conversations were repaired", { failed, published });
      } catch (error) {
        if (!isKvDown(error)) logError("repairing conversations failed", error);
      }
    });
    return work;
  };

  const started = Date.now();
  repair({ since: started - lossMs, publishedSince: started - 2 * minute });
  const everyMinute = setInterval(async () => {
    const isMine = await ctx.kv.redis
      .set(lockKey("repair"), { at: Date.now() }, { nx: true, px: minute - 5_000 })
      .catch(() => null);
    if (isMine !== null) repair({ since: Date.now() - 3 * minute });
  }, minute);
  const outages = setInterval(() => {
    if (!ctx.kv.isUp()) {
      downSince ??= Date.now();
    } else if (downSince !== null) {
      const publishedSince = downSince - 10_000;
      downSince = null;
      repair({ since: publishedSince - lossMs, publishedSince });
    }
  }, outageCheckMs);
  everyMinute.unref();
  outages.unref();
  return () => {
    clearInterval(everyMinute);
    clearInterval(outages);
  };
}
