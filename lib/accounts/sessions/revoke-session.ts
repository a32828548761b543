import { z } from "zod";
import { requireRow } from "@/lib/db/require-row";
import { idInput } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { announceAccessOfUser } from "@/lib/identity/announce-access";

export const revokeSessionInput = z.strictObject({ sessionId: idInput });

/** Ends one of the actor's own sessions at once. Throws AppError `not_found`, also for another person's session. */
export async function revokeSession(
  ctx: ActorCtx,
  { sessionId }: z.output<typeof revokeSessionInput>,
): Promise<void> {
  const { db, actor } = ctx;
  const { count } = await db.session.updateMany({
    where: { id: sessionId, userId: actor.userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  requireRow(count, "no such session of this account");
  await announceAccessOfUser(ctx, actor.userId);
}
