import { z } from "zod";
import { emailField, roleField } from "@/lib/accounts/account-fields";
import { uuidv7 } from "@/lib/db/uuidv7";
import { AppError } from "@/lib/errors";
import type { ActorCtx } from "@/lib/identity/actor";
import { createOneTimeToken } from "@/lib/identity/one-time-token";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";

export const createInviteInput = z.strictObject({ email: emailField, role: roleField });

export const inviteLifetimeDays = 7;

/**
 * Invites an address into the actor's team: the secret of a link that works once within seven days and is shown only
 * now. It is good while the actor may give roles. An earlier open invitation of the same address is replaced: its link
 * works no longer, which `hasReplaced` says.
 * Throws AppError `forbidden` or `conflict` (reason `already_member`).
 */
export async function createInvite(
  { db, actor }: ActorCtx,
  { email, role }: z.output<typeof createInviteInput>,
): Promise<{ id: string; token: string; email: string; expiresAt: Date; hasReplaced: boolean }> {
  requirePermission(actor, "team.manage");
  const { teamId } = actor;
  const member = await db.membership.findFirst({
    where: { teamId, user: { email } },
    select: { userId: true },
  });
  if (member) throw new AppError("conflict", "already in the team", { reason: "already_member" });
  const { token, tokenHash } = createOneTimeToken();
  const id = uuidv7();
  const expiresAt = new Date(Date.now() + inviteLifetimeDays * 24 * 3600 * 1000);
  const hasReplaced = await db.$transaction(async (tx) => {
    const open = { teamId, email, acceptedAt: null };
    const valid = await tx.invite.count({ where: { ...open, expiresAt: { gt: new Date() } } });
    await tx.invite.deleteMany({ where: open });
    await tx.invite.create({
      data: { id, teamId, email, role, tokenHash, expiresAt, inviterId: actor.userId },
    });
    await writeAudit(tx, actor, { action: "invite.create", targetId: id, detail: { email, role } });
    return valid > 0;
  });
  return { id, token, email, expiresAt, hasReplaced };
}
