import { z } from "zod";
import type { ActorCtx } from "@/lib/auth/actor";
import { nameField } from "./account-fields";

export const updateProfileInput = z.strictObject({ name: nameField });

/** Changes the actor's own name. */
export async function updateProfile(
  { db, actor }: ActorCtx,
  { name }: z.output<typeof updateProfileInput>,
): Promise<void> {
  await db.user.update({ where: { id: actor.userId }, data: { name } });
}
