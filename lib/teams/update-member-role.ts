import { z } from "zod";
import { roleField } from "@/lib/accounts/account-fields";
import { requireRow } from "@/lib/db/require-row";
import { idInput } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { announceAccess } from "@/lib/identity/announce-access";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { lockTeam, requireManager } from "./lock-team";

export const updateMemberRoleInput = z.strictObject({ userId: idInput, role: roleField });

/**
 * Gives a member of the actor's team another role, from their next request on.
 * Throws AppError `forbidden`, `not_found` or `conflict` (reason `last_owner`).
 */
export async function updateMemberRole(
  ctx: ActorCtx,
  { userId, role }: z.output<typeof updateMemberRoleInput>,
): Promise<void> {
  const { db, actor } = ctx;
  requirePermission(actor, "team.manage");
  await db.$transaction(async (tx) => {
    const team = await lockTeam(tx, actor);
    requireManager(team, actor);
    const before = requireRow(team.roleOf(userId), "no such member in this team");
    if (before === role) return;
    if (role !== "owner") team.requireOwnerBesides(userId);
    await tx.membership.update({
      where: { teamId_userId: { teamId: actor.teamId, userId } },
      data: { role },
    });
    await writeAudit(tx, actor, {
      action: "member.update_role",
      targetId: userId,
      detail: { from: before, to: role },
      ...{ before: { role: before }, after: { role } },
    });
  });
  await announceAccess(ctx, actor.teamId);
}
