import { createPasswordReset } from "@/lib/accounts/passwords/create-password-reset";
import type { Ctx } from "@/lib/context";
import { createAccount } from "./create-account";

/** For `npm run user:reset -- EMAIL`: the secret of `/reset/<token>`, null when no account has the address. */
export async function resetCommand(ctx: Ctx, email: string): Promise<{ token: string } | null> {
  const reset = await createPasswordReset(ctx, email);
  return reset && { token: reset.token };
}

/**
 * The first account where `SIGNUP` keeps strangers out: a new owner with a team and no password yet; `/reset/<token>`
 * sets it. Throws AppError `invalid_input` or `conflict` (reason `email_taken`).
 */
export async function inviteOwnerCommand(
  ctx: Ctx,
  { email, name, teamName }: { email: string; name: string; teamName: string },
): Promise<{ token: string }> {
  await createAccount(ctx, { email, name, password: null, team: { name: teamName } });
  const reset = await createPasswordReset(ctx, email);
  if (!reset) throw new Error("the account made a moment ago is gone");
  return { token: reset.token };
}
