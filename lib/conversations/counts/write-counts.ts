import type { Ctx } from "@/lib/context";
import type { QuarterFacts } from "./count-facts";

/**
 * Counts a statement, and bots of whom a statement sums a month: the embedded database answers nobody else meanwhile.
 */
const countsAtOnce = 50;
const botsAtOnce = 4;

/**
 * Writes counts, and the usage of the months that they are in. What was counted never falls, whatever has been deleted
 * since: only ratings do, which visitors change, and those until `settledBefore`, Unix milliseconds. Bots that are gone
 * are passed over.
 */
export async function writeCounts(
  { db }: Pick<Ctx, "db">,
  counts: QuarterFacts[],
  settledBefore: number,
): Promise<void> {
  const ratingsFrom = new Date(settledBefore);
  for (const some of slices(counts, countsAtOnce)) {
    const rows = JSON.stringify(some.map((count) => ({ ...count, at: new Date(count.at) })));
    await db.$executeRaw`
      INSERT INTO quarter_counts AS c (team_id, bot_id, at, visitor_turns, answered_turns, new_chats, by_documents, by_model,
        by_small_talk, by_unknown, person_wishes, unanswered, rated_up, rated_down)
      SELECT b.team_id, b.id, f.at, f."visitorTurns", f."answeredTurns", f."newChats", f."byDocuments", f."byModel",
        f."bySmallTalk", f."byUnknown", f."personWishes", f.unanswered, f."ratedUp", f."ratedDown"
      FROM jsonb_to_recordset(${rows}::jsonb) AS f("botId" uuid, at timestamptz, "visitorTurns" int,
        "answeredTurns" int, "newChats" int, "byDocuments" int, "byModel" int, "bySmallTalk" int, "byUnknown" int,
        "personWishes" int, unanswered int, "ratedUp" int, "ratedDown" int)
      JOIN bots b ON b.id = f."botId" FOR KEY SHARE OF b
      ON CONFLICT (bot_id, at) DO UPDATE SET
        visitor_turns = GREATEST(c.visitor_turns, EXCLUDED.visitor_turns),
        answered_turns = GREATEST(c.answered_turns, EXCLUDED.answered_turns),
        new_chats = GREATEST(c.new_chats, EXCLUDED.new_chats),
        by_documents = GREATEST(c.by_documents, EXCLUDED.by_documents),
        by_model = GREATEST(c.by_model, EXCLUDED.by_model),
        by_small_talk = GREATEST(c.by_small_talk, EXCLUDED.by_small_talk),
        by_unknown = GREATEST(c.by_unknown, EXCLUDED.by_unknown),
        person_wishes = GREATEST(c.person_wishes, EXCLUDED.person_wishes),
        unanswered = GREATEST(c.unanswered, EXCLUDED.unanswered),
        rated_up = GREATEST(CASE WHEN c.at < ${ratingsFrom} THEN c.rated_up END, EXCLUDED.rated_up),
        rated_down = GREATEST(CASE WHEN c.at < ${ratingsFrom} THEN c.rated_down END, EXCLUDED.rated_down)`;
  }
  for (const botIds of slices([...new Set(counts.map(({ botId }) => botId))], botsAtOnce))
    await writeUsage(
      db,
      counts.filter(({ botId }) => botIds.includes(botId)),
    );
}

/** Sums the months again, in the team's time zone, in which the counts are. */
async function writeUsage(db: Ctx["db"], counts: QuarterFacts[]): Promise<void> {
  const quarters = JSON.stringify(counts.map(({ botId, at }) => ({ botId, at: new Date(at) })));
  await db.$executeRaw`
    WITH months AS (
      SELECT DISTINCT b.team_id, t.time_zone, b.id AS bot_id, date_trunc('month', q.at AT TIME ZONE t.time_zone) AS month
      FROM jsonb_to_recordset(${quarters}::jsonb) AS q("botId" uuid, at timestamptz)
      JOIN bots b ON b.id = q."botId" JOIN teams t ON t.id = b.team_id
    )
    INSERT INTO month_usage AS u (team_id, month, bot_id, turns)
    SELECT m.team_id, m.month::date, m.bot_id, s.turns
    FROM months m, LATERAL (
      SELECT sum(c.answered_turns)::int AS turns FROM quarter_counts c
      WHERE c.bot_id = m.bot_id AND c.at >= m.month AT TIME ZONE m.time_zone
        AND c.at < (m.month + interval '1 month') AT TIME ZONE m.time_zone
    ) s
    WHERE s.turns > 0
    ON CONFLICT (team_id, month, bot_id) DO UPDATE SET turns = GREATEST(u.turns, EXCLUDED.turns)`;
}

function* slices<T>(items: T[], size: number): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
