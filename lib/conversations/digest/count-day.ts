import { openLeadsOf } from "@/lib/conversations/leads/count-open-leads";
import type { Db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { DigestCounts } from "@/lib/i18n/words/mail-words";
import { isTold } from "@/lib/teams/alerts/is-told";

/** More chats that wait are said to be so many. */
const mostCounted = 1_000;

/**
 * The counts from `from` up to `until`, both the beginning of a quarter-hour, of the bots of which the member wants to
 * be told. Bots in the bin are left out.
 */
export async function countDay(
  db: Pick<Db, "$queryRaw">,
  { teamId, userId, from, until }: { teamId: string; userId: string; from: Date; until: Date },
): Promise<DigestCounts> {
  const told = isTold(Prisma.sql`${userId}::uuid`);
  const [counts] = await db.$queryRaw<Omit<DigestCounts, "openLeads">[]>`
    SELECT COALESCE(sum(q.new_chats), 0)::int AS "newChats", COALESCE(sum(q.visitor_turns), 0)::int AS "visitorTurns",
      COALESCE(sum(q.unanswered), 0)::int AS unanswered, COALESCE(sum(q.person_wishes), 0)::int AS "personWishes",
      COALESCE(sum(q.rated_up), 0)::int AS "ratedUp", COALESCE(sum(q.rated_down), 0)::int AS "ratedDown",
      (SELECT count(*)::int FROM (
        SELECT FROM conversations c JOIN bots b ON b.team_id = c.team_id AND b.id = c.bot_id AND b.deleted_at IS NULL
        WHERE c.team_id = ${teamId}::uuid AND c.state = 'waiting' AND ${told} LIMIT ${mostCounted}
      ) w) AS waiting
    FROM bots b LEFT JOIN quarter_counts q ON q.bot_id = b.id AND q.at >= ${from} AND q.at < ${until}
    WHERE b.team_id = ${teamId}::uuid AND b.deleted_at IS NULL AND ${told}`;
  if (!counts) throw new Error("a sum has no row");
  return { ...counts, openLeads: await openLeadsOf(db, { teamId, userId }) };
}
