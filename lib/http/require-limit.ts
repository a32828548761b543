import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { LimitPolicy } from "@/lib/kv/limits/limit-policies";
import { consumeLimit } from "@/lib/kv/limits/limits";
import { clientIp } from "@/lib/request-context";

/** Counts a hit of the request's client; throws AppError `rate_limited` with `retryAfter` seconds past the limit. */
export async function requireLimit({ kv }: Pick<Ctx, "kv">, policy: LimitPolicy): Promise<void> {
  const result = await consumeLimit(kv, policy, clientIp());
  if (!result.ok) throw pastLimit(policy, result.retryAfter);
}

export function pastLimit({ rule }: LimitPolicy, retryAfter: number): AppError {
  return new AppError("rate_limited", `past the limit ${rule}`, { retryAfter });
}
