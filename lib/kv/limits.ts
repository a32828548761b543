import { randomBytes } from "node:crypto";
import { limitKey, limitTtlMs } from "./keys";
import type { Kv } from "./kv";
import { isKvDown } from "./kv-down";
import type { LimitPolicy } from "./limit-policies";
import type { Hit } from "./local-limiter";

export type LimitResult =
  | {
      ok: true;
      /** Takes the hit back, for limits that count failures only. */
      undo: () => Promise<void>;
    }
  | {
      ok: false;
      /** Whole seconds, at least 1, until a hit can be accepted. */
      retryAfter: number;
    };

/**
 * Counts a hit of `subject` if the window that ends now has room for it. A refused hit doesn't count. The window is a
 * log of hits, so it slides; parallel calls on any number of instances never accept more than the limit.
 *
 * One round trip when accepted. While the store is away this process decides on the hits it accepted itself, and the
 * store learns of them with the subject's next hit.
 */
export async function consumeLimit(
  kv: Kv,
  policy: LimitPolicy,
  subject: string,
  now: number = Date.now(),
): Promise<LimitResult> {
  const key = limitKey(policy.rule, subject);
  const windowStart = now - policy.windowMs;
  const hit = { id: nextHitId(), at: now };
  const shared = await unlessDown(() => consumeShared(kv, policy, key, hit));
  const refusedUntil = shared ? shared.refusedUntil : fullUntil(kv, policy, key, windowStart);
  if (refusedUntil !== null)
    return { ok: false, retryAfter: Math.max(1, Math.ceil((refusedUntil - now) / 1000)) };
  kv.localLimiter.add(key, { ...hit, isShared: shared !== null }, windowStart);
  return { ok: true, undo: () => removeHit(kv, key, hit.id) };
}

/** Forgets all hits of a subject, as after a successful sign-in. */
export async function clearLimit(kv: Kv, policy: LimitPolicy, subject: string): Promise<void> {
  const key = limitKey(policy.rule, subject);
  kv.localLimiter.clear(key);
  await unlessDown(() => kv.redis.del(key));
}

const instance = randomBytes(9).toString("base64url");
let hits = 0;

/** Like no other instance's; a JSON string, as the store's client reads all it gets as JSON. */
function nextHitId(): string {
  hits += 1;
  return `"${instance}.${hits.toString(36)}"`;
}

type NewHit = Omit<Hit, "isShared">;

async function consumeShared(kv: Kv, policy: LimitPolicy, key: string, hit: NewHit) {
  const windowStart = hit.at - policy.windowMs;
  const unshared = kv.localLimiter.list(key, windowStart).filter(({ isShared }) => !isShared);
  const [, , count] = await kv.redis
    .multi()
    .zremrangebyscore(key, "-inf", windowStart)
    .zadd(key, ...toScored(hit, unshared))
    .zcard(key)
    .pexpire(key, limitTtlMs(policy.windowMs))
    .exec();
  for (const late of unshared) late.isShared = true;
  if (count <= policy.limit) return { refusedUntil: null };
  const refusal = kv.redis
    .multi()
    .zrem(key, hit.id)
    .zrange<[string, number]>(key, 0, 0, { withScores: true });
  const refused = await unlessDown(() => refusal.exec());
  return { refusedUntil: Number(refused?.[1][1] ?? hit.at) + policy.windowMs };
}

function toScored(hit: NewHit, others: NewHit[]): [Scored, ...Scored[]] {
  return [toScore(hit), ...others.map(toScore)];
}

type Scored = { score: number; member: string };

function toScore({ id, at }: NewHit): Scored {
  return { score: at, member: id };
}

/** When this process's own window has room again (ms since 1970), null when it has now. */
function fullUntil(kv: Kv, policy: LimitPolicy, key: string, windowStart: number): number | null {
  const hits = kv.localLimiter.list(key, windowStart);
  const leaving = hits[hits.length - policy.limit];
  return leaving ? leaving.at + policy.windowMs : null;
}

async function removeHit(kv: Kv, key: string, id: string): Promise<void> {
  kv.localLimiter.remove(key, id);
  await unlessDown(() => kv.redis.zrem(key, id));
}

async function unlessDown<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (isKvDown(error)) return null;
    throw error;
  }
}
