import { z } from "zod";
import { revokeSessions } from "@/lib/accounts/sessions/revoke-sessions";
import { requireRow } from "@/lib/db/require-row";
import { idInput } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { announceAccess } from "@/lib/identity/announce-access";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { lockTeam, requireManager } from "./lock-team";

export const removeMemberInput = z.strictObject({ userId: idInput });

/**
 * Takes a member out of the actor's team and ends the sessions they have in it. Everyone may take themselves out.
 * Throws AppError `forbidden`, `not_found` or `conflict` (reason `last_owner`).
 */
export async function removeMember(
  ctx: ActorCtx,
  { userId }: z.output<typeof removeMemberInput>,
): Promise<void> {
  const { db, actor } = ctx;
  const isLeaving = userId === actor.userId;
  if (!isLeaving) requirePermission(actor, "team.manage");
  const { teamId } = actor;
  await db.$transaction(async (tx) => {
    const team = await lockTeam(tx, actor);
    if (!isLeaving) requireManager(team, actor);
    const role = requireRow(team.roleOf(userId), "no such member in this team");
    team.requireOwnerBesides(userId);
    await tx.membership.delete({ where: { teamId_userId: { teamId, userId } } });
    await revokeSessions(tx, { userId, teamId });
    await writeAudit(tx, actor, { action: "member.remove", targetId: userId, detail: { role } });
  });
  await announceAccess(ctx, actor.teamId);
}
