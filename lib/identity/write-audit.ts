import type { Prisma } from "@/lib/db/generated/client";
import { uuidv7 } from "@/lib/db/uuidv7";
import { actorName, type Member, type System } from "./actor";

export type AuditRecord = {
  action: string;
  targetId?: string;
  detail?: Prisma.InputJsonObject;
  /** The fields that changed, as they were and as they are now. */
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
};

/** Notes who did what, inside the transaction that does it. What is noted holds no secrets. */
export async function writeAudit(
  tx: Prisma.TransactionClient,
  actor: Pick<Member, "kind" | "teamId" | "userId" | "userName"> | System,
  record: AuditRecord,
): Promise<void> {
  const { kind, teamId } = actor;
  const actorId = kind === "member" ? actor.userId : null;
  await tx.auditEntry.create({
    data: { id: uuidv7(), teamId, actorKind: kind, actorId, actorName: actorName(actor), ...record },
  });
}
