import { createHash } from "node:crypto";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { clearLimit, consumeLimits, type LimitHit } from "@/lib/kv/limits/limits";

type Attempt = {
  email: string;
  ip: string;
  /** Of a browser that signed in to this account before. */
  browserId: string | null;
};

/**
 * Counts an attempt to sign in before its password is looked at, so that parallel guesses can't outrun the limits: by
 * address, by account, and more strictly by both. A browser that the account knows has a limit of its own instead:
 * strangers' guesses, from wherever, don't hold its owner up. An account here is what was typed, whether it exists or
 * not.
 * Call `forgive` when the password was right: only failures stay counted. Throws AppError `rate_limited`.
 */
export async function limitSignIn(
  { kv }: Pick<Ctx, "kv">,
  { email, ip, browserId }: Attempt,
): Promise<{ forgive: () => Promise<void> }> {
  const account = createHash("sha256").update(email).digest("base64url");
  const strict: LimitHit =
    browserId === null
      ? { policy: limitPolicies.signInByAccountAndIp, subject: `${account}@${ip}` }
      : { policy: limitPolicies.signInByKnownBrowser, subject: `${account}@${browserId}` };
  const others: LimitHit[] =
    browserId === null
      ? [
          { policy: limitPolicies.signInByAccount, subject: account },
          { policy: limitPolicies.signInByIp, subject: ip },
        ]
      : [];
  const result = await consumeLimits(kv, [strict, ...others]);
  if (!result.ok) {
    throw new AppError("rate_limited", `too many attempts (${result.policy.rule})`, {
      retryAfter: result.retryAfter,
    });
  }
  return {
    forgive: async () => {
      await Promise.all([result.undo(), clearLimit(kv, strict.policy, strict.subject)]);
    },
  };
}
