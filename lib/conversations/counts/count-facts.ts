import type { Ctx } from "@/lib/context";
import { withUuidv7Ms } from "@/lib/db/uuidv7";

export const factNames = [
  "visitorTurns",
  "answeredTurns",
  "newChats",
  "byDocuments",
  "byModel",
  "bySmallTalk",
  "byUnknown",
  "personWishes",
  "unanswered",
  "ratedUp",
  "ratedDown",
] as const;

/** What happened to one bot in the quarter-hour that begins at `at`, Unix milliseconds. */
export type QuarterFacts = Record<(typeof factNames)[number], number> & { botId: string; at: number };

/** The row after which a page begins: by its id, or for ratings by their time and then the id. */
type Place = { id: string; ratedAt: Date };
/**
 * Sums of a page's rows by bot, which is null in rows of early releases, and quarter-hour; all name the
 * page's last row.
 */
type PageSums = Partial<Record<(typeof factNames)[number], number>> & {
  botId: string | null;
  quarter: number;
  lastId: string;
  lastRatedAt?: Date;
};

/** Milliseconds of a quarter-hour, the step in which counts are kept. */
export const quarterMs = 15 * 60_000;
/** Rows a statement: the embedded database answers nobody else meanwhile. */
const pageSize = 300;
const nilUuid = "00000000-0000-0000-0000-000000000000";

/**
 * Counts what the archive holds of [from, to), Unix milliseconds at which quarter-hours begin, in short statements. A
 * turn and a chat stand where their id says, a rating where it was given.
 * @param signal ends it between two statements: it throws
 */
export async function countFacts(
  { db }: Pick<Ctx, "db">,
  from: number,
  to: number,
  signal?: AbortSignal,
): Promise<QuarterFacts[]> {
  const counts = new Map<string, QuarterFacts>();
  const fromId = { id: withUuidv7Ms(nilUuid, from), ratedAt: new Date(from) };
  // What is rated at that millisecond may be older than any id of it.
  const fromRating = { id: nilUuid, ratedAt: new Date(from) };
  const kinds = [
    { readPage: readTurns, first: fromId },
    { readPage: readChats, first: fromId },
    { readPage: readRatings, first: fromRating },
  ];
  for (const { readPage, first } of kinds) {
    let after: Place | undefined = first;
    while (after) {
      signal?.throwIfAborted();
      const page: PageSums[] = await readPage(db, after, to);
      for (const sums of page) add(counts, sums);
      const last: PageSums | undefined = page[0];
      after = last && { id: last.lastId, ratedAt: last.lastRatedAt ?? after.ratedAt };
    }
  }
  return [...counts.values()];
}

function add(counts: Map<string, QuarterFacts>, { botId, quarter, ...sums }: PageSums): void {
  if (botId === null) return;
  const key = `${botId} ${quarter}`;
  const known = counts.get(key) ?? noFacts(botId, quarter * quarterMs);
  for (const name of factNames) known[name] += sums[name] ?? 0;
  counts.set(key, known);
}

export function noFacts(botId: string, at: number): QuarterFacts {
  return {
    ...{
      botId,
      at,
      visitorTurns: 0,
      answeredTurns: 0,
      newChats: 0,
      byDocuments: 0,
      byModel: 0,
      bySmallTalk: 0,
    },
    ...{ byUnknown: 0, personWishes: 0, unanswered: 0, ratedUp: 0, ratedDown: 0 },
  };
}

function readTurns(db: Ctx["db"], after: Place, to: number): Promise<PageSums[]> {
  return db.$queryRaw`
    WITH page AS (
      SELECT id, bot_id, author, state, answered, answered_by, over_quota,
        ('x' || left(id::text, 8) || substr(id::text, 10, 4))::bit(48)::bigint / ${quarterMs}::int AS quarter
      FROM messages
      WHERE id > ${after.id}::uuid AND id < ${withUuidv7Ms(nilUuid, to)}::uuid AND kind = 'message'
      ORDER BY id LIMIT ${pageSize}
    )
    SELECT bot_id::text AS "botId", quarter::int, (SELECT id::text FROM page ORDER BY id DESC LIMIT 1) AS "lastId",
      (count(*) FILTER (WHERE author = 'visitor'))::int AS "visitorTurns",
      (count(*) FILTER (WHERE author = 'visitor' AND state = 'complete' AND NOT over_quota))::int AS "answeredTurns",
      (count(*) FILTER (WHERE answered_by = 'documents'))::int AS "byDocuments",
      (count(*) FILTER (WHERE answered_by = 'model'))::int AS "byModel",
      (count(*) FILTER (WHERE answered_by = 'small_talk'))::int AS "bySmallTalk",
      (count(*) FILTER (WHERE author = 'bot' AND answered_by = 'person'))::int AS "personWishes",
      (count(*) FILTER (WHERE author = 'bot' AND answered_by IS NULL))::int AS "byUnknown",
      (count(*) FILTER (WHERE author = 'bot' AND answered = false))::int AS "unanswered"
    FROM page GROUP BY 1, 2`;
}

function readChats(db: Ctx["db"], after: Place, to: number): Promise<PageSums[]> {
  return db.$queryRaw`
    WITH page AS (
      SELECT id, bot_id, ('x' || left(id::text, 8) || substr(id::text, 10, 4))::bit(48)::bigint / ${quarterMs}::int AS quarter
      FROM conversations WHERE id > ${after.id}::uuid AND id < ${withUuidv7Ms(nilUuid, to)}::uuid
      ORDER BY id LIMIT ${pageSize}
    )
    SELECT bot_id::text AS "botId", quarter::int, count(*)::int AS "newChats",
      (SELECT id::text FROM page ORDER BY id DESC LIMIT 1) AS "lastId"
    FROM page GROUP BY 1, 2`;
}

function readRatings(db: Ctx["db"], after: Place, to: number): Promise<PageSums[]> {
  return db.$queryRaw`
    WITH page AS (
      SELECT id, rated_at, bot_id, rating, floor(extract(epoch FROM rated_at) * 1000 / ${quarterMs}::int) AS quarter
      FROM messages
      WHERE rated_at IS NOT NULL AND (rated_at, id) > (${after.ratedAt}, ${after.id}::uuid) AND rated_at < ${new Date(to)}
      ORDER BY rated_at, id LIMIT ${pageSize}
    ), last AS (SELECT rated_at, id FROM page ORDER BY rated_at DESC, id DESC LIMIT 1)
    SELECT bot_id::text AS "botId", quarter::int,
      (SELECT id::text FROM last) AS "lastId", (SELECT rated_at FROM last) AS "lastRatedAt",
      (count(*) FILTER (WHERE rating = 'up'))::int AS "ratedUp",
      (count(*) FILTER (WHERE rating = 'down'))::int AS "ratedDown"
    FROM page GROUP BY 1, 2`;
}
