import { pastLimit } from "@/lib/http/require-limit";
import type { ActorCtx, ApiKey } from "@/lib/identity/actor";
import type { LimitPolicy } from "@/lib/kv/limits/limit-policies";
import { consumeLimit } from "@/lib/kv/limits/limits";

/**
 * Counts a request of the key's; throws AppError `rate_limited` past the limit.
 * @returns how many more there is room for now
 */
export async function requireKeyLimit(
  { kv, actor }: Pick<ActorCtx<ApiKey>, "kv" | "actor">,
  policy: LimitPolicy,
): Promise<number> {
  const result = await consumeLimit(kv, policy, actor.keyId);
  if (!result.ok) throw pastLimit(policy, result.retryAfter);
  return result.left ?? 0;
}
