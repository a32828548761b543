import type { Ctx } from "@/lib/context";
import { turnSourcesSchema } from "@/lib/conversations/turns/turn";
import { uuidv7Ms, withUuidv7Ms } from "@/lib/db/uuidv7";

const job = "count-quotes";
/** An answer may be written so long after the time in its id: instances' clocks differ. */
const settledMs = 10 * 60_000;
/** Answers a statement: the embedded database answers nobody else meanwhile. */
const pageSize = 300;
const nilUuid = "00000000-0000-0000-0000-000000000000";

type Quoted = { versionId: string; ordinal: number; count: number; lastAt: string; conversationId: string };

/**
 * Counts which passages answers quoted, each answer once: all since the last run, the first time all there are. What is
 * counted of a version goes with it. Returns how many answers it read.
 * @param signal ends it between two statements: it throws, and the next run goes on there
 */
export async function countQuotes(
  { db, now }: Pick<Ctx, "db" | "now">,
  signal?: AbortSignal,
): Promise<number> {
  const end = now() - settledMs;
  let read = 0;
  for (;;) {
    signal?.throwIfAborted();
    const done = await db.checkpoint.findUnique({ where: { job } });
    const from = done?.at.getTime() ?? 0;
    if (from >= end) return read;
    const answers = await db.message.findMany({
      where: { id: { gte: withUuidv7Ms(nilUuid, from), lt: withUuidv7Ms(nilUuid, end) }, author: "bot" },
      orderBy: { id: "asc" },
      take: pageSize,
      select: { id: true, conversationId: true, createdAt: true, sources: true },
    });
    // A full page ends before its last millisecond, of which there may be more.
    const last = answers.at(-1);
    const lastMs = last ? uuidv7Ms(last.id) : end;
    const to = answers.length < pageSize ? end : Math.max(lastMs, from + 1);
    const counted = answers.filter(({ id }) => uuidv7Ms(id) < to);
    await db.$transaction(async (tx) => {
      // Of two runs at once one writes each stretch.
      const isOurs = done
        ? (await tx.checkpoint.updateMany({ where: { job, at: done.at }, data: { at: new Date(to) } }))
            .count > 0
        : (await tx.checkpoint.createMany({ data: [{ job, at: new Date(to) }], skipDuplicates: true }))
            .count > 0;
      if (!isOurs) return;
      const quoted = sumUp(counted);
      if (quoted.length === 0) return;
      await tx.$executeRaw`
        INSERT INTO passage_quotes AS q (team_id, version_id, ordinal, count, last_at, last_conversation_id)
        SELECT v.team_id, v.id, r.ordinal, r.count, r."lastAt", r."conversationId"
        FROM jsonb_to_recordset(${JSON.stringify(quoted)}::jsonb)
          AS r("versionId" uuid, ordinal int, count int, "lastAt" timestamptz, "conversationId" uuid)
        JOIN document_versions v ON v.id = r."versionId"
        ORDER BY v.id, r.ordinal
        ON CONFLICT (version_id, ordinal) DO UPDATE SET count = q.count + EXCLUDED.count,
          last_at = EXCLUDED.last_at, last_conversation_id = EXCLUDED.last_conversation_id`;
      read += counted.length;
    });
  }
}

/** By passage; an answer that quotes one twice counts once. */
function sumUp(answers: { conversationId: string; createdAt: Date; sources: unknown }[]): Quoted[] {
  const found = new Map<string, Quoted>();
  for (const { conversationId, createdAt, sources } of answers) {
    const { data: quotes = [] } = turnSourcesSchema.safeParse(sources);
    const keys = new Set<string>();
    for (const { versionId, ordinal } of quotes) {
      const key = `${versionId} ${ordinal}`;
      if (versionId === undefined || ordinal === undefined || keys.has(key)) continue;
      keys.add(key);
      const count = (found.get(key)?.count ?? 0) + 1;
      found.set(key, { versionId, ordinal, count, lastAt: createdAt.toISOString(), conversationId });
    }
  }
  return [...found.values()];
}
