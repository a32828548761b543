import type { Prisma } from "@/lib/db/generated/client";
import { uuidv7 } from "@/lib/db/uuidv7";
import { sessionLifetimeMs } from "./session-lifetime";

type NewSession = { userId: string; teamId: string; userAgent: string };

/** A signed-in browser's row; its id goes into the sealed cookie. */
export async function createSession(
  tx: Prisma.TransactionClient,
  { userId, teamId, userAgent }: NewSession,
): Promise<string> {
  const id = uuidv7();
  const now = new Date();
  await tx.session.create({
    data: {
      id,
      userId,
      teamId,
      userAgent: userAgent
        .toWellFormed()
        .replace(/\p{Cc}/gu, " ")
        .slice(0, 300),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + sessionLifetimeMs),
    },
  });
  return id;
}
