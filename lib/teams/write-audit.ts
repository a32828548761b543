import type { Prisma } from "@/lib/db/generated/client";
import { uuidv7 } from "@/lib/db/uuidv7";

export type AuditAction =
  | "account.created"
  | "account.password_changed"
  | "account.password_reset"
  | "bot.created"
  | "bot.deleted"
  | "bot.token_rotated"
  | "invite.accepted"
  | "invite.created"
  | "invite.revoked"
  | "member.removed"
  | "member.role_changed"
  | "team.renamed";

type AuditAuthor = { teamId: string; userId: string | null; userName: string };

/** Notes who did what in a team, in the transaction that does it. `detail` holds no secrets. */
export async function writeAudit(
  tx: Prisma.TransactionClient,
  author: AuditAuthor,
  action: AuditAction,
  { targetId, detail = {} }: { targetId?: string; detail?: Prisma.InputJsonObject } = {},
): Promise<void> {
  await tx.auditEntry.create({
    data: {
      id: uuidv7(),
      teamId: author.teamId,
      actorId: author.userId,
      actorName: author.userName,
      action,
      targetId: targetId ?? null,
      detail,
    },
  });
}
