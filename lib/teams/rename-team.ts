import { z } from "zod";
import { nameField } from "@/lib/accounts/account-fields";
import { baseInput, pickChanges } from "@/lib/forms/pick-changes";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { holdTeam } from "./hold-team";

export const renameTeamInput = z.strictObject({ name: nameField.optional(), base: baseInput });

/** Renames the actor's team. Throws AppError `forbidden`, and `conflict` as `pickChanges` does. */
export async function renameTeam(
  { db, actor }: ActorCtx,
  { base, ...fields }: z.output<typeof renameTeamInput>,
): Promise<void> {
  requirePermission(actor, "team.manage");
  await db.$transaction(async (tx) => {
    await holdTeam(tx, actor.teamId);
    const { name: from } = await tx.team.findUniqueOrThrow({ where: { id: actor.teamId } });
    const { name } = pickChanges({ name: from }, fields, base);
    if (name === undefined) return;
    await tx.team.update({ where: { id: actor.teamId }, data: { name } });
    await writeAudit(tx, actor, {
      action: "team.rename",
      targetId: actor.teamId,
      detail: { from, to: name },
      ...{ before: { name: from }, after: { name } },
    });
  });
}
