import { counterKey, limitTtlMs } from "@/lib/kv/keys";
import type { Kv } from "@/lib/kv/kv";
import type { LimitPolicy } from "./limit-policies";
import type { PendingHit } from "./pending-hit";

type CounterHitOptions = { policy: LimitPolicy; subject: string; limit: number; now: number };

/** Two numbers only tell roughly when there is room: nobody is sent away for longer. */
const longestWaitMs = 10 * 60_000;

/**
 * A hit in a number that counts one stretch of time, as long as the window. What the stretch before had counts by the
 * part of it that lies in the window; it no longer changes, so that the store is asked for it once.
 */
export function createCounterHit(
  { localLimiter }: Pick<Kv, "localLimiter">,
  { policy, subject, limit, now }: CounterHitOptions,
): PendingHit {
  const { rule, windowMs } = policy;
  const stretch = Math.floor(now / windowMs);
  const passed = (now % windowMs) / windowMs;
  const key = counterKey(rule, subject, stretch);
  const known = localLimiter.count(`${rule}:${subject}`, stretch);
  let late = 0;
  let isFirst = false;
  let counted = 0;
  let isCounted = false;
  let isUnshared = false;

  return {
    policy,
    knownUntil: () => 0,
    ask: (multi) => {
      late = known.unshared;
      known.unshared = 0;
      isFirst = known.allBefore === null;
      multi.incrby(key, 1 + late);
      if (!isFirst) return 1;
      multi.get(counterKey(rule, subject, stretch - 1));
      multi.pexpire(key, limitTtlMs(2 * windowMs));
      return 3;
    },
    fits: ([count, before]) => {
      if (isFirst) known.allBefore = Number(before ?? 0);
      counted = Number(count) - 1;
      isCounted = true;
      return counted + 1 + (known.allBefore ?? 0) * (1 - passed) <= limit;
    },
    wasLost: () => {
      known.unshared += late;
    },
    takeBack: (multi) => {
      if (!isCounted) return 0;
      multi.decrby(key, 1);
      return 1;
    },
    refusedUntil: () => now + roomAfter({ counted, before: known.allBefore ?? 0, passed, limit, windowMs }),
    fullUntil: () => {
      const { own: counted, ownBefore: before } = known;
      if (counted + 1 + before * (1 - passed) <= limit) return null;
      return now + roomAfter({ counted, before, passed, limit, windowMs });
    },
    left: () => {
      const now = isCounted ? counted + 1 : known.own;
      const before = isCounted ? (known.allBefore ?? 0) : known.ownBefore;
      return Math.max(0, Math.floor(limit - now - before * (1 - passed)));
    },
    keep: (isShared) => {
      known.own += 1;
      isUnshared = !isShared;
      known.unshared += Number(isUnshared);
    },
    forget: () => {
      known.own -= 1;
      known.unshared -= Number(isUnshared);
    },
  };
}

type Stretches = { counted: number; before: number; passed: number; limit: number; windowMs: number };

/**
 * Milliseconds until one more hit fits, if none comes meanwhile: part of the earlier stretch must have left the window.
 */
function roomAfter({ counted, before, passed, limit, windowMs }: Stretches): number {
  const leaving = (count: number, room: number) =>
    count === 0 ? 0 : Math.max(0, 1 - Math.max(0, room) / count);
  const isInThisStretch = counted + 1 <= limit;
  const share = isInThisStretch
    ? leaving(before, limit - 1 - counted) - passed
    : 1 - passed + leaving(counted, limit - 1);
  return Math.min(longestWaitMs, Math.max(1, Math.ceil(share * windowMs)));
}
