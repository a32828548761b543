import type { Prisma } from "@/lib/db/generated/client";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { Actor } from "./actor";

export type AuditRecord = { action: string; targetId?: string; detail?: Prisma.InputJsonObject };

/** Notes who did what, inside the transaction that does it. Details hold no secrets. */
export async function writeAudit(
  tx: Prisma.TransactionClient,
  actor: Pick<Actor, "teamId" | "userId" | "userName">,
  { action, targetId, detail = {} }: AuditRecord,
): Promise<void> {
  const { teamId, userId, userName } = actor;
  await tx.auditEntry.create({
    data: { id: uuidv7(), teamId, actorId: userId, actorName: userName, action, targetId, detail },
  });
}
