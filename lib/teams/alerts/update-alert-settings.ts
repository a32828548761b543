import { z } from "zod";
import { AppError } from "@/lib/errors";
import { baseInput, pickChanges } from "@/lib/forms/pick-changes";
import type { ActorCtx } from "@/lib/identity/actor";

const timeField = z.union(
  [z.literal("").transform(() => null), z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)],
  "invalid",
);

const hourField = z.union(
  [
    z.literal("").transform(() => null),
    z
      .string()
      .regex(/^(?:1?\d|2[0-3])$/)
      .transform(Number),
  ],
  "invalid",
);

export const updateAlertSettingsInput = z.strictObject({
  alertsMail: z.boolean("invalid").optional(),
  alertsSound: z.boolean("invalid").optional(),
  quietFrom: timeField.optional(),
  quietTo: timeField.optional(),
  digestHour: hourField.optional(),
  base: baseInput,
});

/**
 * Changes how the actor is told of what visitors do, in the team that they act in. The first digest is that of the next
 * time the hour strikes. Throws AppError `invalid_input` where only one end of the quiet hours is given, and `conflict`
 * as `pickChanges` does.
 */
export async function updateAlertSettings(
  { db, now, actor }: ActorCtx,
  { base, ...fields }: z.output<typeof updateAlertSettingsInput>,
): Promise<void> {
  const { teamId, userId } = actor;
  const where = { teamId_userId: { teamId, userId } };
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`
      SELECT 1 FROM memberships WHERE team_id = ${teamId}::uuid AND user_id = ${userId}::uuid FOR NO KEY UPDATE`;
    const member = await tx.membership.findUniqueOrThrow({ where });
    const { alertsMail, alertsSound, quietFrom, quietTo, digestHour } = member;
    const stored = { alertsMail, alertsSound, quietFrom, quietTo, digestHour };
    const data = pickChanges(stored, fields, base);
    const next = { ...stored, ...data };
    if ((next.quietFrom === null) !== (next.quietTo === null))
      throw new AppError("invalid_input", "quiet hours have two ends", {
        fields: { [next.quietFrom === null ? "quietFrom" : "quietTo"]: { fault: "required" } },
      });
    const digestedAt = "digestHour" in data ? { digestedAt: new Date(now()) } : {};
    if (Object.keys(data).length > 0) await tx.membership.update({ where, data: { ...data, ...digestedAt } });
  });
}
