import { z } from "zod";
import { newPasswordField, tokenField } from "@/lib/accounts/account-fields";
import { revokeSessions } from "@/lib/accounts/sessions/revoke-sessions";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { announceAccessOfUser } from "@/lib/identity/announce-access";
import { hashPassword } from "@/lib/identity/password";
import type { Post } from "@/lib/outbox/bind-mail";
import { enqueueOutbox } from "@/lib/outbox/enqueue-outbox";
import { getPasswordReset } from "./get-password-reset";
import { passwordChangedMail } from "./password-changed-mail";
import { requireStrongPassword } from "./require-strong-password";

export const resetPasswordInput = z.strictObject({ token: tokenField, newPassword: newPasswordField });

/**
 * Sets a new password by the one-time link and ends every session and every other such link of the account. Of several
 * at once, one succeeds.
 * A mail tells the account's address, where there is a mail server.
 * Throws AppError `not_found` (reason `link_invalid`) or `invalid_input` (reason `weak_password`; the link stays good).
 */
export async function resetPassword(
  ctx: Pick<Ctx, "db" | "kv">,
  { token, newPassword }: z.output<typeof resetPasswordInput>,
  post: Post | null,
): Promise<void> {
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
    if (post) {
      const ids = { userId: reset.userId, locale: post.locale };
      await enqueueOutbox(tx, passwordChangedMail, ids, { teamId: null });
    }
  });
  await announceAccessOfUser(ctx, reset.userId);
}

function invalidLink(): AppError {
  return new AppError("not_found", "no open reset for this link", { reason: "link_invalid" });
}
