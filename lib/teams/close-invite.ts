import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";

/** Marks an invitation as accepted; of several at once, one succeeds. Throws AppError `not_found` (`invite_invalid`). */
export async function closeInvite(tx: Prisma.TransactionClient, inviteId: string): Promise<void> {
  const now = new Date();
  const { count } = await tx.invite.updateMany({
    where: { id: inviteId, acceptedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now },
  });
  if (count === 0) {
    throw new AppError("not_found", "the invite is used up or gone", { reason: "invite_invalid" });
  }
}
