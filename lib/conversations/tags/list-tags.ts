import type { Prisma } from "@/lib/db/generated/client";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";

/**
 * The tags that the team's chats have, the most used first; at most 200. Throws AppError `forbidden`
 * without `chat.read`.
 */
export async function listTags({ db, actor }: ActorCtx): Promise<string[]> {
  requirePermission(actor, "chat.read");
  return readTeamTags(db, actor.teamId);
}

/** The same inside a transaction. A tag that no chat has any more is none. */
export async function readTeamTags(
  tx: Pick<Prisma.TransactionClient, "$queryRaw">,
  teamId: string,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT name FROM conversations c, unnest(c.tags) AS name
    WHERE c.team_id = ${teamId}::uuid AND c.tagged_at IS NOT NULL
    GROUP BY name ORDER BY count(*) DESC, name`;
  return rows.map(({ name }) => name);
}
