import { keepWorking } from "@/lib/background-work";
import type { Ctx } from "@/lib/context";
import { usageKey } from "@/lib/kv/keys";
import { unlessDown } from "@/lib/kv/kv-down";
import type { PendingHit } from "@/lib/kv/limits/pending-hit";
import { planOf, type StoredPlan } from "@/lib/plans/limits-of";
import { monthOf } from "./month-of";
import { readBase } from "./usage-counter";

/** What a message needs to know of its team's plan. */
export type PlanOfBot = StoredPlan & { timeZone: string };

export type MessageQuota = {
  /** Counts the message in the round trip of the limits. */
  along: readonly PendingHit[];
  /**
   * Asked once, after that: whether the plan has no room for the message, which then isn't counted. While the store is
   * away there is room.
   */
  isOver(): Promise<boolean>;
  /** How many are counted with this one, where that is known, and how many there may be. */
  standing(): { used: number; limit: number } | null;
  /** Takes the message back: it wasn't answered, or was a resend. */
  giveBack(): Promise<void>;
};

const without = { along: [], standing: () => null, giveBack: async () => {} };

/**
 * Counts one message of a visitor for the month of the team's time zone; nothing where the plan doesn't limit them or
 * plans are off. See docs/decisions/114-messages-of-a-month.md.
 */
export function openQuota(
  ctx: Pick<Ctx, "db" | "kv" | "now">,
  teamId: string,
  plan: PlanOfBot | null,
): MessageQuota {
  const now = ctx.now();
  const limit = plan && planOf(plan, now).limits.messages;
  if (plan === null || limit === null) return { ...without, isOver: async () => false };
  if (limit === 0) return { ...without, isOver: async () => true };

  const month = monthOf(now, plan.timeZone);
  const key = usageKey(teamId, month.name);
  let count: number | null = null;
  let base: number | null = null;
  const takeOff = async () => {
    if (count === null) return;
    count = null;
    await unlessDown(() => ctx.kv.redis.hincrby(key, "n", -1));
  };
  const hit: PendingHit = {
    policy: { rule: "plan-messages", limit, windowMs: 0 },
    knownUntil: () => 0,
    ask: (multi) => {
      multi.hincrby(key, "n", 1);
      multi.hget(key, "base");
      return 2;
    },
    fits: ([counted, before]) => {
      count = Number(counted);
      base = before === null || before === undefined ? null : Number(before);
      return true;
    },
    wasLost: () => {},
    takeBack: (multi) => {
      if (count === null) return 0;
      count = null;
      multi.hincrby(key, "n", -1);
      return 1;
    },
    refusedUntil: () => 0,
    fullUntil: () => null,
    keep: () => {},
    forget: () => {},
  };
  return {
    along: [hit],
    isOver: async () => {
      if (count === null) return false;
      base ??= await readBase(ctx, teamId, month);
      if (base === null || base + count <= limit) return false;
      keepWorking(takeOff());
      return true;
    },
    standing: () => (count === null || base === null ? null : { used: base + count, limit }),
    giveBack: takeOff,
  };
}
