import { limitKey } from "@/lib/kv/keys";
import type { Kv } from "@/lib/kv/kv";
import { unlessDown } from "@/lib/kv/kv-down";
import { createCounterHit } from "./counter-hit";
import { type LimitPolicy, limitOf } from "./limit-policies";
import { createLogHit } from "./log-hit";
import type { PendingHit } from "./pending-hit";

export type LimitHit = {
  policy: LimitPolicy;
  subject: string;
  /** In a rule that keeps a log: what counts once within the window, such as a chat; each hit by itself unless said. */
  once?: string;
};

type Accepted = {
  ok: true;
  /** How many more hits there is room for now, of rules that count; undefined where none does. */
  left: number | undefined;
  /** Takes the hits back, for limits that count failures only. */
  undo: () => Promise<void>;
};

type Refused = {
  ok: false;
  /** Whole seconds, at least 1, until a hit can be accepted. */
  retryAfter: number;
  /** The rule that refused. */
  policy: LimitPolicy;
};

export type LimitResult = Accepted | Refused;

/**
 * Counts a hit under each rule if all of them have room for it; what is refused counts under none. Windows slide;
 * parallel calls on any number of instances never accept more than a limit.
 *
 * One round trip when accepted. While the store is away this process decides on the hits it accepted itself, and the
 * store learns of them with the subject's next hit.
 * @param along what is counted with them, where all of them have room
 */
export async function consumeLimits(
  kv: Kv,
  hits: readonly LimitHit[],
  now: number = Date.now(),
  along: readonly PendingHit[] = [],
): Promise<LimitResult> {
  const pending = [...hits.flatMap((hit) => createHit(kv, hit, now) ?? []), ...along];
  const known = refusalOf(pending, (hit) => hit.knownUntil(), now);
  if (known) return known;
  const shared = pending.length > 0 ? await consumeShared(kv, pending, now) : null;
  const refusal = shared ? shared.refusal : refusalOf(pending, (hit) => hit.fullUntil() ?? 0, now);
  if (refusal) return refusal;
  for (const hit of pending) hit.keep(shared !== null);
  const lefts = pending.flatMap((hit) => hit.left?.() ?? []);
  const left = lefts.length > 0 ? Math.min(...lefts) : undefined;
  return { ok: true, left, undo: () => takeBack(kv, pending) };
}

/** The same for one rule, which needs not be told. */
export async function consumeLimit(
  kv: Kv,
  policy: LimitPolicy,
  subject: string,
  now: number = Date.now(),
): Promise<Accepted | Omit<Refused, "policy">> {
  const result = await consumeLimits(kv, [{ policy, subject }], now);
  return result.ok ? result : { ok: false, retryAfter: result.retryAfter };
}

/** The refusal that this process knows of without asking; null for none. */
export function knownRefusal(kv: Kv, policy: LimitPolicy, subject: string, now: number = Date.now()) {
  const hit = createHit(kv, { policy, subject }, now);
  return hit && refusalOf([hit], () => hit.knownUntil(), now);
}

/** Forgets all hits of a subject under a rule that keeps a log, as after a successful sign-in. */
export async function clearLimit(kv: Kv, policy: LimitPolicy, subject: string): Promise<void> {
  const key = limitKey(policy.rule, subject);
  kv.localLimiter.clear(key);
  await unlessDown(() => kv.redis.del(key));
}

function createHit(kv: Kv, { policy, subject, once }: LimitHit, now: number): PendingHit | null {
  const limit = limitOf(policy);
  if (limit === null) return null;
  return policy.kind === "counter"
    ? createCounterHit(kv, { policy, subject, limit, now })
    : createLogHit(kv, { policy, subject, once, limit, now });
}

async function consumeShared(kv: Kv, pending: readonly PendingHit[], now: number) {
  const asking = kv.redis.multi();
  const sizes = pending.map((hit) => hit.ask(asking));
  const replies = await unlessDown(() => asking.exec<unknown[]>());
  if (replies === null) {
    for (const hit of pending) hit.wasLost();
    return null;
  }
  const parts = split(replies, sizes);
  // Each looks at its own replies: they say more than whether it fits.
  const refusing = new Set(pending.filter((hit, at) => !hit.fits(parts[at] ?? [])));
  if (refusing.size === 0) return { refusal: null };
  const taking = kv.redis.multi();
  const takenSizes = pending.map((hit) => hit.takeBack(taking, refusing.has(hit)));
  const taken = await unlessDown(() => taking.exec<unknown[]>());
  const takenParts = taken && split(taken, takenSizes);
  const untils = pending.map((hit, at) =>
    refusing.has(hit) ? hit.refusedUntil(takenParts?.[at] ?? null) : 0,
  );
  return { refusal: refusalOf(pending, (_, at) => untils[at] ?? 0, now) };
}

/** The refusal that lasts longest; null when none lasts beyond now. */
function refusalOf(
  pending: readonly PendingHit[],
  untilOf: (hit: PendingHit, at: number) => number,
  now: number,
): Refused | null {
  let refusal: { until: number; policy: LimitPolicy } | null = null;
  for (const [at, hit] of pending.entries()) {
    const until = untilOf(hit, at);
    if (until > now && until > (refusal?.until ?? 0)) refusal = { until, policy: hit.policy };
  }
  if (!refusal) return null;
  const retryAfter = Math.max(1, Math.ceil((refusal.until - now) / 1000));
  return { ok: false, retryAfter, policy: refusal.policy };
}

async function takeBack(kv: Kv, pending: readonly PendingHit[]): Promise<void> {
  for (const hit of pending) hit.forget();
  const taking = kv.redis.multi();
  const replies = pending.map((hit) => hit.takeBack(taking, false)).reduce((sum, size) => sum + size, 0);
  if (replies > 0) await unlessDown(() => taking.exec());
}

function split(replies: readonly unknown[], sizes: readonly number[]): unknown[][] {
  let from = 0;
  return sizes.map((size) => {
    from += size;
    return replies.slice(from - size, from);
  });
}
