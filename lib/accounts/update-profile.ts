import { z } from "zod";
import { baseInput, pickChanges } from "@/lib/forms/pick-changes";
import type { ActorCtx } from "@/lib/identity/actor";
import { nameField } from "./account-fields";

export const updateProfileInput = z.strictObject({ name: nameField.optional(), base: baseInput });

/** Changes the actor's own name. Throws AppError `conflict` as `pickChanges` does. */
export async function updateProfile(
  { db, actor }: ActorCtx,
  { base, ...fields }: z.output<typeof updateProfileInput>,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${actor.userId}::uuid FOR NO KEY UPDATE`;
    const stored = await tx.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { name: true } });
    const data = pickChanges(stored, fields, base);
    if (data.name !== undefined) await tx.user.update({ where: { id: actor.userId }, data });
  });
}
