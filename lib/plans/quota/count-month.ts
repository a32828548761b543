import type { Ctx } from "@/lib/context";
import { withUuidv7Ms } from "@/lib/db/uuidv7";
import type { Month } from "./month-of";

const quarterMs = 15 * 60_000;
const nilUuid = "00000000-0000-0000-0000-000000000000";

/**
 * How many turns of a team's visitors were answered in a month, up to a time: what the job `count-turns` has counted,
 * with what the archive holds since. Turns that still wait for their answer count as well where `withPending`.
 */
export async function countMonth(
  { db }: Pick<Ctx, "db">,
  teamId: string,
  { name, start, end }: Month,
  { before = end, withPending = false } = {},
): Promise<number> {
  const checkpoint = await db.checkpoint.findUnique({ where: { job: "count-turns" } });
  const counted = checkpoint ? Math.floor(checkpoint.at.getTime() / quarterMs - 1) * quarterMs : 0;
  const from = Math.min(Math.max(start, counted), end);
  const to = Math.max(from, Math.min(before, end));
  const [row] = await db.$queryRaw<{ turns: number }[]>`
    WITH counted AS (
      SELECT bot_id, sum(answered_turns) AS turns FROM quarter_counts
      WHERE team_id = ${teamId}::uuid AND at >= ${new Date(start)} AND at < ${new Date(from)} GROUP BY bot_id
    ), recent AS (
      SELECT bot_id, count(*) AS turns FROM messages
      WHERE id >= ${withUuidv7Ms(nilUuid, from)}::uuid AND id < ${withUuidv7Ms(nilUuid, to)}::uuid
        AND team_id = ${teamId}::uuid AND author = 'visitor' AND kind = 'message' AND NOT over_quota
        AND (state = 'complete' OR (${withPending}::boolean AND state = 'pending'))
      GROUP BY bot_id
    ), summed AS (
      SELECT bot_id, turns FROM month_usage WHERE team_id = ${teamId}::uuid AND month = ${`${name}-01`}::date
    ), bots AS (SELECT bot_id FROM counted UNION SELECT bot_id FROM recent UNION SELECT bot_id FROM summed)
    SELECT COALESCE(sum(GREATEST(s.turns, COALESCE(c.turns, 0) + COALESCE(r.turns, 0))), 0)::float8 AS turns
    FROM bots LEFT JOIN counted c USING (bot_id) LEFT JOIN recent r USING (bot_id) LEFT JOIN summed s USING (bot_id)`;
  return row?.turns ?? 0;
}
