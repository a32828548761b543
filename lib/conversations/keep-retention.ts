import type { Ctx } from "@/lib/context";
import { lockKey } from "@/lib/kv/keys";
import { isKvDown } from "@/lib/kv/kv-down";
import { log, logError } from "@/lib/log";
import { purgeConversations } from "./purge-conversations";

const minute = 60_000;
const hour = 60 * minute;

/** Deletes what bots keep no longer: soon after the start and each hour, on one of the instances. Returns how to stop. */
export function keepRetention(ctx: Ctx): () => void {
  const purge = async () => {
    try {
      const isMine = await ctx.kv.redis.set(
        lockKey("purge"),
        { at: Date.now() },
        { nx: true, px: hour - minute },
      );
      if (isMine === null) return;
      const count = await purgeConversations(ctx);
      if (count > 0) log("info", "conversations past their time were deleted", { count });
    } catch (error) {
      if (!isKvDown(error)) logError("deleting old conversations failed", error);
    }
  };
  const soon = setTimeout(purge, minute);
  const hourly = setInterval(purge, hour);
  soon.unref();
  hourly.unref();
  return () => {
    clearTimeout(soon);
    clearInterval(hourly);
  };
}
