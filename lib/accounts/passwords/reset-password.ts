import { z } from "zod";
import { newPasswordField, tokenField } from "@/lib/accounts/account-fields";
import { revokeSessions } from "@/lib/accounts/sessions/revoke-sessions";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { announceAccessOfUser } from "@/lib/identity/announce-access";
import { hashPassword } from "@/lib/identity/password";
import { getPasswordReset } from "./get-password-reset";
import { requireStrongPassword } from "./require-strong-password";

export const resetPasswordInput = z.strictObject({ token: tokenField, newPassword: newPasswordField });

/**
 * Sets a new password by the one-time link and ends every session and every other such link of the account. Of several at once, one succeeds.
 * Returns whose password it is.
 * Throws AppError `not_found` (reason `link_invalid`) or `invalid_input` (reason `weak_password`; the link stays good).
 */
export async function resetPassword(
  ctx: Pick<Ctx, "db" | "kv">,
  { token, newPassword }: z.output<typeof resetPasswordInput>,
): Promise<{ email: string }> {
  const reset = await getPasswordReset(ctx, token);
  if (!reset) throw invalidLink();
  requireStrongPassword(newPassword, reset.email, "newPassword");
  const passwordHash = await hashPassword(newPassword);
  await ctx.db.$transaction(async (tx) => {
    const now = new Date();
    const { count } = await tx.passwordReset.updateMany({
      where: { id: reset.id, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0) throw invalidLink();
    await tx.user.update({ where: { id: reset.userId }, data: { passwordHash } });
    await tx.passwordReset.deleteMany({ where: { userId: reset.userId, id: { not: reset.id } } });
    await revokeSessions(tx, { userId: reset.userId });
  });
  await announceAccessOfUser(ctx, reset.userId);
  return { email: reset.email };
}

function invalidLink(): AppError {
  return new AppError("not_found", "no open reset for this link", { reason: "link_invalid" });
}
