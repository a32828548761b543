import { Prisma } from "@/lib/db/generated/client";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { isTold } from "@/lib/teams/alerts/is-told";

/** A chat that waits for a person since `wantedAt` (Unix milliseconds). */
export type WaitingChat = { id: string; wantedAt: number };

const maxWaiting = 500;

/**
 * The team's waiting chats, longest first, at most 500. Throws AppError `forbidden` without `chat.read`.
 * @param onlyTold those of bots of which the actor wants to be told
 */
export async function listWaiting(
  { db, actor }: ActorCtx,
  { onlyTold = false }: { onlyTold?: boolean } = {},
): Promise<WaitingChat[]> {
  requirePermission(actor, "chat.read");
  const rows = await db.$queryRaw<{ id: string; wantedAt: Date }[]>`
    SELECT c.id::text AS id, c.state_at AS "wantedAt"
    FROM conversations c JOIN bots b ON b.team_id = c.team_id AND b.id = c.bot_id AND b.deleted_at IS NULL
    WHERE c.team_id = ${actor.teamId}::uuid AND c.state = 'waiting'
      ${onlyTold ? Prisma.sql`AND ${isTold(Prisma.sql`${actor.userId}::uuid`)}` : Prisma.empty}
    ORDER BY c.state_at, c.id LIMIT ${maxWaiting}`;
  return rows.map(({ id, wantedAt }) => ({ id, wantedAt: wantedAt.getTime() }));
}
