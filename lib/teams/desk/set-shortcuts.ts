import { z } from "zod";
import type { ActorCtx } from "@/lib/identity/actor";

export const setShortcutsInput = z.strictObject({ enabled: z.stringbool("invalid") });

/** Says whether single keys do something on the actor's chats screen, in the team that they act in. */
export async function setShortcuts(
  { db, actor }: ActorCtx,
  { enabled }: z.output<typeof setShortcutsInput>,
): Promise<void> {
  const { teamId, userId } = actor;
  await db.membership.update({
    where: { teamId_userId: { teamId, userId } },
    data: { shortcuts: enabled },
  });
}
