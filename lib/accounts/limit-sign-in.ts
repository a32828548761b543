import { createHash } from "node:crypto";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { type LimitPolicy, limitPolicies } from "@/lib/kv/limit-policies";
import { clearLimit, consumeLimit } from "@/lib/kv/limits";

/**
 * Counts an attempt to sign in before its password is looked at, so that parallel guesses can't outrun the limits: by
 * address, by account, and more strictly by both, so that a stranger's guesses don't lock the account's owner out.
 * An account here is what was typed, whether it exists or not. Call `forgive` when the password was right: only
 * failures stay counted. Throws AppError `rate_limited`.
 */
export async function limitSignIn(
  { kv }: Pick<Ctx, "kv">,
  { email, ip }: { email: string; ip: string },
): Promise<{ forgive: () => Promise<void> }> {
  const account = createHash("sha256").update(email).digest("base64url");
  const pair = `${account}@${ip}`;
  const checks: [LimitPolicy, string][] = [
    [limitPolicies.signInByAccountAndIp, pair],
    [limitPolicies.signInByAccount, account],
    [limitPolicies.signInByIp, ip],
  ];
  const undos: (() => Promise<void>)[] = [];
  const undoAll = () => Promise.all(undos.map((undo) => undo()));
  for (const [policy, subject] of checks) {
    const result = await consumeLimit(kv, policy, subject);
    if (!result.ok) {
      await undoAll();
      throw new AppError("rate_limited", `too many attempts (${policy.rule})`, {
        retryAfter: result.retryAfter,
      });
    }
    undos.push(result.undo);
  }
  return {
    forgive: async () => {
      await Promise.all([undoAll(), clearLimit(kv, limitPolicies.signInByAccountAndIp, pair)]);
    },
  };
}
