import { z } from "zod";
import { requireRow } from "@/lib/db/require-row";
import { idInput } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { announceAccess } from "@/lib/identity/announce-access";

export const switchTeamInput = z.strictObject({ teamId: idInput });

/**
 * Moves the actor's session to another of their teams; its live screens of the one before end. Throws AppError
 * `not_found` for a team they don't belong to.
 */
export async function switchTeam(ctx: ActorCtx, { teamId }: z.output<typeof switchTeamInput>): Promise<void> {
  const { db, actor } = ctx;
  const { count } = await db.session.updateMany({
    where: {
      id: actor.sessionId,
      revokedAt: null,
      user: { memberships: { some: { teamId } } },
    },
    data: { teamId },
  });
  requireRow(count, "no such team of this account");
  await announceAccess(ctx, actor.teamId);
}
