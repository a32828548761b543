import type { Prisma } from "@/lib/db/generated/client";
import { uuidv7 } from "@/lib/db/uuidv7";
import { type ApiKey, actorName, type Member, type System } from "./actor";

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
  actor:
    | Pick<Member, "kind" | "teamId" | "userId" | "userName">
    | Pick<ApiKey, "kind" | "teamId" | "keyId" | "keyName">
    | System,
  record: AuditRecord,
): Promise<void> {
  const { kind, teamId } = actor;
  await tx.auditEntry.create({
    data: {
      id: uuidv7(),
      teamId,
      actorKind: kind,
      actorId: actorId(actor),
      actorName: actorName(actor),
      ...record,
    },
  });
}

function actorId(actor: Parameters<typeof writeAudit>[1]): string | null {
  if (actor.kind === "member") return actor.userId;
  return actor.kind === "api_key" ? actor.keyId : null;
}
