import { openLeadsOf } from "@/lib/conversations/leads/count-open-leads";
import type { Db } from "@/lib/db/client";
import type { DigestCounts } from "@/lib/i18n/words/mail-words";

/** More chats that wait are said to be so many. */
const mostCounted = 1_000;

/** The counts from `from` up to `until`, both the beginning of a quarter-hour. Bots in the bin are left out. */
export async function countDay(
  db: Pick<Db, "$queryRaw">,
  { teamId, from, until }: { teamId: string; from: Date; until: Date },
): Promise<DigestCounts> {
  const [counts] = await db.$queryRaw<Omit<DigestCounts, "openLeads">[]>`
    SELECT COALESCE(sum(q.new_chats), 0)::int AS "newChats", COALESCE(sum(q.visitor_turns), 0)::int AS "visitorTurns",
      COALESCE(sum(q.unanswered), 0)::int AS unanswered, COALESCE(sum(q.person_wishes), 0)::int AS "personWishes",
      COALESCE(sum(q.rated_up), 0)::int AS "ratedUp", COALESCE(sum(q.rated_down), 0)::int AS "ratedDown",
      (SELECT count(*)::int FROM (
        SELECT FROM conversations c JOIN bots o ON o.team_id = c.team_id AND o.id = c.bot_id AND o.deleted_at IS NULL
        WHERE c.team_id = ${teamId}::uuid AND c.state = 'waiting' LIMIT ${mostCounted}
      ) w) AS waiting
    FROM bots b LEFT JOIN quarter_counts q ON q.bot_id = b.id AND q.at >= ${from} AND q.at < ${until}
    WHERE b.team_id = ${teamId}::uuid AND b.deleted_at IS NULL`;
  if (!counts) throw new Error("a sum has no row");
  return { ...counts, openLeads: await openLeadsOf(db, teamId) };
}
