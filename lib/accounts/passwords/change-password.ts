import { z } from "zod";
import { givenPasswordField, newPasswordField } from "@/lib/accounts/account-fields";
import { revokeSessions } from "@/lib/accounts/sessions/revoke-sessions";
import { AppError } from "@/lib/errors";
import type { ActorCtx } from "@/lib/identity/actor";
import { announceAccessOfUser } from "@/lib/identity/announce-access";
import { hashPassword, verifyPassword } from "@/lib/identity/password";
import { passwordMark } from "@/lib/identity/password-mark";
import { writeAudit } from "@/lib/identity/write-audit";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { consumeLimit } from "@/lib/kv/limits/limits";
import type { Post } from "@/lib/outbox/bind-mail";
import { enqueueOutbox } from "@/lib/outbox/enqueue-outbox";
import { passwordChangedMail } from "./password-changed-mail";
import { requireStrongPassword } from "./require-strong-password";

export const changePasswordInput = z.strictObject({
  currentPassword: givenPasswordField,
  newPassword: newPasswordField,
});

/**
 * Sets a new password, ends every other session of the account and voids its open reset links. A mail tells the
 * account's address, where there is a mail server.
 * Throws AppError `invalid_input` (reason `wrong_password`, `same_password` or `weak_password`) or `rate_limited`.
 */
export async function changePassword(
  ctx: ActorCtx,
  { currentPassword, newPassword }: z.output<typeof changePasswordInput>,
  post: Post | null,
): Promise<{ passwordMark: string }> {
  const { db, kv, actor } = ctx;
  requireStrongPassword(newPassword, actor.email, "newPassword");
  const limit = await consumeLimit(kv, limitPolicies.passwordChange, actor.userId);
  if (!limit.ok) {
    throw new AppError("rate_limited", "too many wrong passwords", { retryAfter: limit.retryAfter });
  }
  const user = await db.user.findUnique({ where: { id: actor.userId }, select: { passwordHash: true } });
  if (!user || !(await verifyPassword(currentPassword, user.passwordHash))) {
    throw wrong("currentPassword", "wrong_password");
  }
  await limit.undo();
  if (await verifyPassword(newPassword, user.passwordHash)) throw wrong("newPassword", "same_password");

  const passwordHash = await hashPassword(newPassword);
  await db.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: actor.userId, passwordHash: user.passwordHash },
      data: { passwordHash },
    });
    if (count === 0) throw wrong("currentPassword", "wrong_password");
    await revokeSessions(tx, { userId: actor.userId, exceptId: actor.sessionId });
    await tx.passwordReset.deleteMany({ where: { userId: actor.userId } });
    await writeAudit(tx, actor, { action: "account.change_password", targetId: actor.userId });
    if (post) {
      const ids = { userId: actor.userId, locale: post.locale };
      await enqueueOutbox(tx, passwordChangedMail, ids, { teamId: null });
    }
  });
  await announceAccessOfUser(ctx, actor.userId);
  return { passwordMark: passwordMark(passwordHash) };
}

function wrong(field: string, reason: "wrong_password" | "same_password"): AppError {
  return new AppError("invalid_input", `password refused: ${reason}`, {
    reason,
    fields: { [field]: { fault: reason } },
  });
}
