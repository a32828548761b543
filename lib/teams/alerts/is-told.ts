import { Prisma } from "@/lib/db/generated/client";

/**
 * Says in SQL whether a member is told of the visitors of a bot, whose row is `b` in the statement: unless they turned
 * that off, and somebody else in the team didn't. What all have turned off is told to all, so that nobody waits
 * unheard.
 * @param userId the member's
 */
export function isTold(userId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(NOT EXISTS (
      SELECT FROM muted_bots x WHERE x.team_id = b.team_id AND x.user_id = ${userId} AND x.bot_id = b.id
    ) OR NOT EXISTS (
      SELECT FROM memberships o WHERE o.team_id = b.team_id AND NOT EXISTS (
        SELECT FROM muted_bots x WHERE x.team_id = o.team_id AND x.user_id = o.user_id AND x.bot_id = b.id
      )
    ))`;
}
