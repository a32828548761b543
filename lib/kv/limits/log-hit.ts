import { randomBytes } from "node:crypto";
import { limitKey, limitTtlMs } from "@/lib/kv/keys";
import type { Kv } from "@/lib/kv/kv";
import type { LimitPolicy } from "./limit-policies";
import type { PendingHit } from "./pending-hit";

type LogHitOptions = {
  policy: LimitPolicy;
  subject: string;
  /** What counts once within the window, however often it comes; each hit by itself unless said. */
  once?: string;
  limit: number;
  now: number;
};

/** A hit in a sorted set of hits by time. One that counts once and is there already always fits. */
export function createLogHit(
  { localLimiter }: Pick<Kv, "localLimiter">,
  { policy, subject, once, limit, now }: LogHitOptions,
): PendingHit {
  const { windowMs } = policy;
  const key = limitKey(policy.rule, subject);
  const windowStart = now - windowMs;
  const id = once === undefined ? nextHitId() : JSON.stringify(once);
  const unshared = localLimiter.list(key, windowStart).filter((hit) => !hit.isShared && hit.id !== id);
  let isNew = true;

  return {
    policy,
    knownUntil: () => (policy.isFinal ? localLimiter.refusedUntil(key) : 0),
    ask: (multi) => {
      const hits = unshared.map((hit) => ({ score: hit.at, member: hit.id }));
      multi.zremrangebyscore(key, "-inf", windowStart);
      multi.zadd(key, { score: now, member: id }, ...hits);
      multi.zcard(key);
      multi.pexpire(key, limitTtlMs(windowMs));
      return 4;
    },
    fits: ([, added, count]) => {
      for (const late of unshared) late.isShared = true;
      isNew = once === undefined || Number(added) > 0;
      return !isNew || Number(count) <= limit;
    },
    wasLost: () => {},
    takeBack: (multi, isRefusing) => {
      if (isNew) multi.zrem(key, id);
      if (isRefusing) multi.zrange(key, 0, 0, { withScores: true });
      return Number(isNew) + Number(isRefusing);
    },
    refusedUntil: (replies) => {
      const oldest = replies?.at(-1);
      const until = (Array.isArray(oldest) && oldest.length > 1 ? Number(oldest[1]) : now) + windowMs;
      if (policy.isFinal) localLimiter.refuse(key, until);
      return until;
    },
    fullUntil: () => {
      const hits = localLimiter.list(key, windowStart);
      if (once !== undefined && hits.some((hit) => hit.id === id)) return null;
      const leaving = hits[hits.length - limit];
      return leaving ? leaving.at + windowMs : null;
    },
    keep: (isShared) => {
      if (once !== undefined) localLimiter.remove(key, id);
      localLimiter.add(key, { id, at: now, isShared }, windowStart);
    },
    forget: () => localLimiter.remove(key, id),
  };
}

const instance = randomBytes(9).toString("base64url");
let hits = 0;

/** Like no other instance's; a JSON string, as the store's client reads all it gets as JSON. */
function nextHitId(): string {
  hits += 1;
  return `"${instance}.${hits.toString(36)}"`;
}
