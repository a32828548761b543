import { setTimeout as sleep } from "node:timers/promises";
import { hostTurnKey } from "@/lib/kv/keys";
import type { Kv } from "@/lib/kv/kv";
import { isKvDown } from "@/lib/kv/kv-down";

/** Done when a host may be asked again, so long after it was asked last; rejects with the signal's reason. */
export type Pace = (kv: Kv, host: string, everyMs: number, signal: AbortSignal) => Promise<void>;

/** One turn after the other over all instances; while the store is away, each instance keeps the pace by itself. */
export const paceByStore: Pace = async (kv, host, everyMs, signal) => {
  for (;;) {
    const waitMs = await takeTurn(kv, host, everyMs, signal);
    if (waitMs === 0) return;
    await sleep(waitMs, undefined, { signal });
  }
};

/** 0 where it is ours; else the milliseconds until there may be another one. */
async function takeTurn(kv: Kv, host: string, everyMs: number, signal: AbortSignal): Promise<number> {
  const key = hostTurnKey(host);
  try {
    if ((await kv.redis.set(key, { taken: true }, { nx: true, px: everyMs })) !== null) return 0;
    return Math.max(1, await kv.redis.pttl(key));
  } catch (error) {
    if (!isKvDown(error)) throw error;
    await sleep(everyMs, undefined, { signal });
    return 0;
  }
}
