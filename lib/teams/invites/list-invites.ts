import type { Role } from "@/lib/db/generated/enums";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { mayInvite } from "./may-invite";

export type InviteItem = { id: string; email: string; role: Role; expiresAt: Date };

/** The team's open invitations whose inviters may still give roles, newest first. Throws AppError `forbidden`. */
export async function listInvites({ db, actor }: ActorCtx): Promise<InviteItem[]> {
  requirePermission(actor, "team.manage");
  const { teamId } = actor;
  const members = await db.membership.findMany({ where: { teamId }, select: { userId: true, role: true } });
  const inviterId = { in: members.filter(({ role }) => mayInvite(role)).map(({ userId }) => userId) };
  return db.invite.findMany({
    where: { teamId, acceptedAt: null, expiresAt: { gt: new Date() }, inviterId },
    select: { id: true, email: true, role: true, expiresAt: true },
    orderBy: { id: "desc" },
    take: 200,
  });
}
