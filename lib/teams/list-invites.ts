import type { ActorCtx } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/permissions";
import type { Role } from "@/lib/db/generated/enums";

export type InviteItem = { id: string; email: string; role: Role; expiresAt: Date };

/** The team's open invitations, newest first. Throws AppError `forbidden`. */
export async function listInvites({ db, actor }: ActorCtx): Promise<InviteItem[]> {
  requirePermission(actor, "team.manage");
  return db.invite.findMany({
    where: { teamId: actor.teamId, acceptedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, email: true, role: true, expiresAt: true },
    orderBy: { id: "desc" },
    take: 200,
  });
}
