import type { Ctx } from "@/lib/context";
import { kvTtlMs, usageKey } from "@/lib/kv/keys";
import { unlessDown } from "@/lib/kv/kv-down";
import { countMonth } from "./count-month";
import { type Month, monthOf } from "./month-of";

type CountingCtx = Pick<Ctx, "db" | "kv" | "now">;

/** What was counted before the counter was made, by key, while it is being asked for. */
const asked = new Map<string, Promise<number | null>>();

/**
 * What the archive had when the counter of a month was made, which it goes on from: written once, whichever instance
 * asks first. Null while the store is away. Whoever was counted in it already is told apart by time: nobody's message
 * is recorded before this is known.
 */
export function readBase(ctx: CountingCtx, teamId: string, month: Month): Promise<number | null> {
  const key = usageKey(teamId, month.name);
  const running = asked.get(key);
  if (running) return running;
  const base = makeBase(ctx, teamId, month, key).finally(() => asked.delete(key));
  asked.set(key, base);
  return base;
}

async function makeBase(
  { db, kv, now }: CountingCtx,
  teamId: string,
  month: Month,
  key: string,
): Promise<number | null> {
  const begun = await unlessDown(() =>
    kv.redis
      .multi()
      .hsetnx(key, "since", now())
      .hget(key, "since")
      .pexpire(key, kvTtlMs.usage)
      .exec<[number, number, number]>(),
  );
  if (begun === null) return null;
  const turns = await countMonth({ db }, teamId, month, { before: Number(begun[1]), withPending: true });
  const made = await unlessDown(() =>
    kv.redis.multi().hsetnx(key, "base", turns).hget(key, "base").exec<[number, number]>(),
  );
  return made && Number(made[1]);
}

/** How many messages of a month are counted; null where there is no counter, or the store is away. */
export async function readUsage(
  { kv }: Pick<Ctx, "kv">,
  teamId: string,
  month: Month,
): Promise<number | null> {
  const found = await unlessDown(() =>
    kv.redis.hmget<Record<"n" | "base", number | null>>(usageKey(teamId, month.name), "n", "base"),
  );
  if (!found || found.base === null || found.base === undefined) return null;
  return Number(found.base) + Number(found.n ?? 0);
}

/** Raises a month's counter to what the archive holds: turns that were answered while the store was away. */
export async function raiseUsage(ctx: CountingCtx, teamId: string, month: Month): Promise<void> {
  const turns = await countMonth(ctx, teamId, month);
  // Read after the archive: what was counted meanwhile makes the difference smaller, never larger.
  const usage = await readUsage(ctx, teamId, month);
  if (usage === null || usage >= turns) return;
  const key = usageKey(teamId, month.name);
  await unlessDown(() => ctx.kv.redis.hincrby(key, "base", turns - usage));
}

/** Has the counter of the month that runs made anew, as after a change of the plan or the time zone. */
export async function forgetUsage(
  { kv, now }: Pick<Ctx, "kv" | "now">,
  teamId: string,
  timeZones: readonly string[],
): Promise<void> {
  const keys = timeZones.map((timeZone) => usageKey(teamId, monthOf(now(), timeZone).name));
  await unlessDown(() => kv.redis.del(...new Set(keys)));
}
