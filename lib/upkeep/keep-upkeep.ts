import type { Ctx } from "@/lib/context";
import { lockKey } from "@/lib/kv/keys";
import { isKvDown } from "@/lib/kv/kv-down";
import { log, logError } from "@/lib/log";
import { runUpkeep } from "./run-upkeep";

const minute = 60_000;
const hour = 60 * minute;
const lookMs = 5 * minute;

/**
 * Deletes what is past its time: soon after the start and each hour, on one of the instances; again after some minutes while
 * there is more than one round takes. Returns how to stop.
 */
export function keepUpkeep(ctx: Ctx): () => void {
  const key = lockKey("upkeep");
  const round = async () => {
    try {
      const isMine = await ctx.kv.redis.set(key, { at: Date.now() }, { nx: true, px: hour - minute });
      if (isMine === null) return;
      const { deleted, hasMore } = await runUpkeep(ctx);
      if (Object.keys(deleted).length > 0) log("info", "what was past its time was deleted", deleted);
      if (hasMore) await ctx.kv.redis.pexpire(key, lookMs - minute);
    } catch (error) {
      if (!isKvDown(error)) logError("upkeep failed", error);
    }
  };
  const soon = setTimeout(round, minute);
  const often = setInterval(round, lookMs);
  soon.unref();
  often.unref();
  return () => {
    clearTimeout(soon);
    clearInterval(often);
  };
}
