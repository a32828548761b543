import type { Ctx } from "@/lib/context";
import { hashOneTimeToken } from "@/lib/identity/one-time-token";

/** The account whose password the link may set; null when the link never was, was used, or has expired. */
export async function getPasswordReset(
  { db }: Pick<Ctx, "db">,
  token: string,
): Promise<{ id: string; userId: string; email: string } | null> {
  const reset = await db.passwordReset.findFirst({
    where: { tokenHash: hashOneTimeToken(token), usedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, userId: true, user: { select: { email: true } } },
  });
  return reset && { id: reset.id, userId: reset.userId, email: reset.user.email };
}
