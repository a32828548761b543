import type { Redis } from "@upstash/redis";
import { type Watch, WatchHub } from "./watch-hub";

/**
 * Looks at the newest entry of every watched stream, all in one request, every `pollMs` while someone watches.
 */
export function createRestWatch(
  redis: Redis,
  pollMs: number,
): { watch: Watch; notifyAll: () => void; close: () => void } {
  const newest = new Map<string, string>();
  const hub = new WatchHub({ onWatched: start, onUnwatched: (key) => newest.delete(key) });
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  function start(): void {
    timer ??= setTimeout(poll, 0);
  }

  async function poll(): Promise<void> {
    const keys = hub.keys();
    try {
      const pipeline = redis.pipeline();
      for (const key of keys) pipeline.xrevrange(key, "+", "-", 1);
      const replies = await pipeline.exec<Record<string, unknown>[]>();
      for (const [index, key] of keys.entries()) compare(key, Object.keys(replies[index] ?? {})[0] ?? "");
    } catch {
      // Away: the next look that succeeds shows what was missed.
    }
    timer = hub.isWatched && !isClosed ? setTimeout(poll, pollMs) : undefined;
    timer?.unref();
  }

  function compare(key: string, id: string): void {
    if (!hub.has(key) || newest.get(key) === id) return;
    newest.set(key, id);
    hub.notify(key);
  }

  return {
    watch: hub.watch,
    notifyAll: () => hub.notifyAll(),
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      hub.clear();
    },
  };
}
