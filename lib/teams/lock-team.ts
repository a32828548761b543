import type { Prisma } from "@/lib/db/generated/client";
import { Role } from "@/lib/db/generated/enums";
import { AppError } from "@/lib/errors";
import type { Member } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { holdTeam } from "./hold-team";

export type LockedTeam = {
  roleOf: (userId: string) => Role | null;
  /** Throws AppError `conflict` (reason `last_owner`) when the team would be left without an owner. */
  requireOwnerBesides: (userId: string) => void;
};

/**
 * Holds the team until the transaction ends, so that changes to its members come one after the other, and reads the
 * roles as they are then. Throws AppError `forbidden` (reason `left_team`) if the actor has left the team meanwhile.
 */
export async function lockTeam(tx: Prisma.TransactionClient, actor: Member): Promise<LockedTeam> {
  await holdTeam(tx, actor.teamId);
  const members = await tx.membership.findMany({
    where: { teamId: actor.teamId },
    select: { userId: true, role: true },
  });
  const roles = new Map(members.map(({ userId, role }) => [userId, role]));
  if (!roles.has(actor.userId))
    throw new AppError("forbidden", "no longer in the team", { reason: "left_team" });
  return {
    roleOf: (userId) => roles.get(userId) ?? null,
    requireOwnerBesides: (userId) => {
      const hasOther = members.some((member) => member.role === Role.owner && member.userId !== userId);
      if (!hasOther) throw new AppError("conflict", "the team's last owner", { reason: "last_owner" });
    },
  };
}

/** Throws AppError `forbidden` unless the actor may manage the team by the role read under the lock. */
export function requireManager(team: LockedTeam, actor: Member): void {
  requirePermission({ role: team.roleOf(actor.userId) ?? Role.agent }, "team.manage");
}
