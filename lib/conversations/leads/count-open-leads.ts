import type { Db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { isTold } from "@/lib/teams/alerts/is-told";
import { isOpen } from "./list-leads";

/** More are said to be so many. */
const maxOpenLeads = 1_000;

/**
 * How many of the team's leads nobody has answered, of bots of which the actor wants to be told; `maxOpenLeads` stands
 * for that many or more. Throws AppError `forbidden` without `chat.read`.
 */
export async function countOpenLeads({ db, actor }: ActorCtx): Promise<number> {
  requirePermission(actor, "chat.read");
  return openLeadsOf(db, actor);
}

/**
 * The same for a member, where nobody asks for it. In the order of the index of open leads, which it reads therefore:
 * without one PostgreSQL looks through all chats of a team that has many and no lead, for it expects some soon.
 */
export async function openLeadsOf(
  db: Pick<Db, "$queryRaw">,
  { teamId, userId }: { teamId: string; userId: string },
): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM conversations c JOIN bots b ON b.team_id = c.team_id AND b.id = c.bot_id AND b.deleted_at IS NULL
      WHERE c.team_id = ${teamId}::uuid AND c.lead_at IS NOT NULL AND ${isOpen} AND ${isTold(Prisma.sql`${userId}::uuid`)}
      ORDER BY c.lead_at DESC, c.id DESC LIMIT ${maxOpenLeads}
    ) open`;
  return row?.count ?? 0;
}
