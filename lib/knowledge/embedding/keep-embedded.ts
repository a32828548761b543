import type { Ctx } from "@/lib/context";
import { lockKey } from "@/lib/kv/keys";
import { logError } from "@/lib/log";
import type { EmbeddingClient } from "@/lib/model/embedding-client";
import { embedPending } from "./embed-pending";

/**
 * Embeds what documents have no vectors of the model yet, on one of the instances at a time: at start and every few
 * seconds. A document that failed waits ten minutes, an
 * endpoint that is down one. Returns how to stop.
 */
export function keepEmbedded(ctx: Ctx, client: EmbeddingClient): () => void {
  const lock = lockKey("embed");
  const waiting = new Map<string, number>();
  let restUntil = 0;
  let isBusy = false;
  let isStopped = false;

  const embedOwed = async () => {
    if (isBusy || isStopped || Date.now() < restUntil) return;
    isBusy = true;
    try {
      const isMine = await ctx.kv.redis
        .set(lock, { at: Date.now() }, { nx: true, px: lockMs })
        .catch(() => null);
      if (isMine === null) return;
      for (const [id, until] of waiting) if (until <= Date.now()) waiting.delete(id);
      const except = new Set(waiting.keys());
      const { failed, isDown } = await embedPending(ctx.db, client, { except, isStopped: () => isStopped });
      for (const id of failed) waiting.set(id, Date.now() + restMs);
      if (isDown) restUntil = Date.now() + downMs;
      await ctx.kv.redis.del(lock);
    } catch (error) {
      if (!isStopped) logError("embedding documents failed", error);
      restUntil = Date.now() + downMs;
    } finally {
      isBusy = false;
    }
  };

  void embedOwed();
  const looking = setInterval(() => void embedOwed(), lookMs);
  looking.unref();
  return () => {
    isStopped = true;
    clearInterval(looking);
  };
}

const lookMs = 5_000;
const lockMs = 10 * 60_000;
const restMs = 10 * 60_000;
const downMs = 60_000;
