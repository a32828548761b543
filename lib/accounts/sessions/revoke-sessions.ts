import type { Prisma } from "@/lib/db/generated/client";

/** Ends a user's sessions at once: all of them, those of one team, or all but one. Returns how many. */
export async function revokeSessions(
  tx: Prisma.TransactionClient,
  { userId, teamId, exceptId }: { userId: string; teamId?: string; exceptId?: string },
): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: {
      userId,
      revokedAt: null,
      ...(teamId === undefined ? {} : { teamId }),
      ...(exceptId === undefined ? {} : { id: { not: exceptId } }),
    },
    data: { revokedAt: new Date() },
  });
  return count;
}
