import { z } from "zod";
import { requireRow } from "@/lib/db/require-row";
import { idInput } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";

export const revokeInviteInput = z.strictObject({ inviteId: idInput });

/** Withdraws an open invitation of the actor's team. Throws AppError `forbidden` or `not_found`. */
export async function revokeInvite(
  { db, actor }: ActorCtx,
  { inviteId }: z.output<typeof revokeInviteInput>,
): Promise<void> {
  requirePermission(actor, "team.manage");
  await db.$transaction(async (tx) => {
    const { count } = await tx.invite.deleteMany({
      where: { id: inviteId, teamId: actor.teamId, acceptedAt: null },
    });
    requireRow(count, "no such open invite in this team");
    await writeAudit(tx, actor, { action: "invite.revoke", targetId: inviteId });
  });
}
