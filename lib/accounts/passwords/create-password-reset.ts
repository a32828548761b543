import { normalizeEmail } from "@/lib/accounts/account-fields";
import type { Ctx } from "@/lib/context";
import { uuidv7 } from "@/lib/db/uuidv7";
import { createOneTimeToken } from "@/lib/identity/one-time-token";

export const resetLifetimeMs = 3600 * 1000;

/**
 * The secret of a link that sets a new password once, within an hour. Earlier links of the account stop working.
 * Null when no account has the address: only the person who runs the server may see this answer.
 */
export async function createPasswordReset(
  { db }: Pick<Ctx, "db">,
  email: string,
): Promise<{ token: string; expiresAt: Date } | null> {
  const user = await db.user.findUnique({ where: { email: normalizeEmail(email) }, select: { id: true } });
  if (!user) return null;
  const { token, tokenHash } = createOneTimeToken();
  const expiresAt = new Date(Date.now() + resetLifetimeMs);
  await db.$transaction(async (tx) => {
    await tx.passwordReset.deleteMany({ where: { userId: user.id } });
    await tx.passwordReset.create({ data: { id: uuidv7(), userId: user.id, tokenHash, expiresAt } });
  });
  return { token, expiresAt };
}
