import { z } from "zod";
import { nameField } from "@/lib/accounts/account-fields";
import { AppError } from "@/lib/errors";
import { baseInput, pickChanges } from "@/lib/forms/pick-changes";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { forgetUsage } from "@/lib/plans/quota/usage-counter";
import { isTimeZone } from "@/lib/time-zones";
import { holdTeam } from "./hold-team";

export const updateTeamInput = z.strictObject({
  name: nameField.optional(),
  timeZone: z.string().refine(isTimeZone, "invalid_choice").optional(),
  base: baseInput,
});

/**
 * Gives the actor's team another name, or the time zone of its quiet hours, digests, dates and files. Throws AppError
 * `forbidden`, `invalid_input` for a zone that the database doesn't know, and `conflict` as `pickChanges` does.
 */
export async function updateTeam(
  { db, kv, now, actor }: ActorCtx,
  { base, ...fields }: z.output<typeof updateTeamInput>,
): Promise<void> {
  requirePermission(actor, "team.manage");
  if (fields.timeZone !== undefined) await requireKnownZone(db, fields.timeZone);
  const zones = await db.$transaction(async (tx) => {
    await holdTeam(tx, actor.teamId);
    const before = await tx.team.findUniqueOrThrow({
      where: { id: actor.teamId },
      select: { name: true, timeZone: true },
    });
    const changes = pickChanges(before, fields, base);
    if (Object.keys(changes).length === 0) return [];
    await tx.team.update({ where: { id: actor.teamId }, data: changes });
    await writeAudit(tx, actor, {
      action: "team.update",
      targetId: actor.teamId,
      detail: changes,
      ...{ before, after: { ...before, ...changes } },
    });
    return changes.timeZone ? [before.timeZone, changes.timeZone] : [];
  });
  // The month that runs begins and ends otherwise.
  if (zones.length > 0) await forgetUsage({ kv, now }, actor.teamId, zones);
}

/** Digests are reckoned there, those of all teams in one statement: its list of zones may be older than ours. */
async function requireKnownZone(db: Pick<ActorCtx["db"], "$queryRaw">, zone: string): Promise<void> {
  try {
    await db.$queryRaw`SELECT now() AT TIME ZONE ${zone}`;
  } catch (error) {
    if (!String(error).includes("time zone")) throw error;
    throw new AppError("invalid_input", "a time zone that the database doesn't know", {
      fields: { timeZone: { fault: "invalid_choice" } },
    });
  }
}
