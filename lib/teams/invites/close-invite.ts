import type { Prisma } from "@/lib/db/generated/client";
import { requireRow } from "@/lib/db/require-row";
import { AppError } from "@/lib/errors";
import { limitsOf } from "@/lib/plans/limits-of";
import { holdTeam } from "@/lib/teams/hold-team";
import { mayInvite } from "./may-invite";

/**
 * Marks an invitation as accepted, if its inviter may still give its role: the team is held, so nobody loses a role
 * meanwhile. Of several at once, one succeeds.
 * Throws AppError `not_found` (reason `invite_invalid`) or `forbidden` (reason `invite_ended`),
 * `limit_exceeded` (reason `team_full`).
 */
export async function closeInvite(
  tx: Prisma.TransactionClient,
  { id, teamId }: { id: string; teamId: string },
): Promise<void> {
  await holdTeam(tx, teamId);
  const now = new Date();
  const [accepted] = await tx.invite.updateManyAndReturn({
    where: { id, teamId, acceptedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now },
    select: { inviterId: true },
  });
  const invite = requireRow(accepted, "the invite is used up or gone", { reason: "invite_invalid" });
  const inviter =
    invite.inviterId &&
    (await tx.membership.findUnique({
      where: { teamId_userId: { teamId, userId: invite.inviterId } },
      select: { role: true },
    }));
  if (!inviter || !mayInvite(inviter.role)) throw endedInvite();
  const { limits } = await limitsOf(tx, teamId);
  if (limits.seats === null || (await tx.membership.count({ where: { teamId } })) < limits.seats) return;
  throw new AppError("limit_exceeded", "the plan has no seat left", { reason: "team_full" });
}

export function endedInvite(): AppError {
  return new AppError("forbidden", "the inviter may not give this role any more", { reason: "invite_ended" });
}
