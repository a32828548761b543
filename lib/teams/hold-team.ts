import type { Prisma } from "@/lib/db/generated/client";

/** Holds the team until the transaction ends, so that changes to who is in it come one after the other. */
export async function holdTeam(tx: Prisma.TransactionClient, teamId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM teams WHERE id = ${teamId}::uuid FOR NO KEY UPDATE`;
}
