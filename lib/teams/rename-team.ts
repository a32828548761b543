import { z } from "zod";
import { nameField } from "@/lib/accounts/account-fields";
import type { ActorCtx } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/permissions";
import { writeAudit } from "./write-audit";

export const renameTeamInput = z.strictObject({ name: nameField });

/** Renames the actor's team. Throws AppError `forbidden`. */
export async function renameTeam(
  { db, actor }: ActorCtx,
  { name }: z.output<typeof renameTeamInput>,
): Promise<void> {
  requirePermission(actor, "team.manage");
  await db.$transaction(async (tx) => {
    await tx.team.update({ where: { id: actor.teamId }, data: { name } });
    await writeAudit(tx, actor, {
      action: "team.rename",
      targetId: actor.teamId,
      detail: { from: actor.teamName, to: name },
    });
  });
}
