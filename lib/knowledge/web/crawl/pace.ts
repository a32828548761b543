import { setTimeout as sleep } from "node:timers/promises";
import { hostTurnKey } from "@/lib/kv/keys";
import type { Kv } from "@/lib/kv/kv";
import { isKvDown } from "@/lib/kv/kv-down";

/** Done when a host may be asked again, so long after it was asked last; rejects with the signal's reason. */
export type Pace = (kv: Kv, host: string, everyMs: number, signal: AbortSignal) => Promise<void>;

const askEveryMs = 50;

/** One turn after the other over all instances; while the store is away, each instance keeps the pace by itself. */
export const paceByStore: Pace = async (kv, host, everyMs, signal) => {
  while (!(await takeTurn(kv, host, everyMs, signal))) await sleep(askEveryMs, undefined, { signal });
};

async function takeTurn(kv: Kv, host: string, everyMs: number, signal: AbortSignal): Promise<boolean> {
  try {
    return (await kv.redis.set(hostTurnKey(host), { taken: true }, { nx: true, px: everyMs })) !== null;
  } catch (error) {
    if (!isKvDown(error)) throw error;
    await sleep(everyMs, undefined, { signal });
    return true;
  }
}
