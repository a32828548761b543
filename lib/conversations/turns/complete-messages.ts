import type { Ctx } from "@/lib/context";

/** The checkpoint that says that all are complete. */
export const completeMessagesJob = "complete-messages";
const batchSize = 500;
const lastUuid = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/**
 * Gives the turns that an earlier release wrote what is known of them: their bot, and what answered. That a model,
 * or the documents' own words, answered is known only where the model had failed. Once, from the newest to the
 * oldest, in short statements; doing so twice, or on two instances at once, changes nothing more. Returns how many
 * turns it completed.
 * @param signal ends it between two statements; the next run begins anew and passes over what is done
 */
export async function completeMessages({ db }: Pick<Ctx, "db">, signal?: AbortSignal): Promise<number> {
  if (await db.checkpoint.findUnique({ where: { job: completeMessagesJob } })) return 0;
  let before = lastUuid;
  let count = 0;
  while (!signal?.aborted) {
    const [batch] = await db.$queryRaw<[{ last: string | null; completed: number }]>`
      WITH batch AS (
        SELECT id FROM messages WHERE id < ${before}::uuid ORDER BY id DESC LIMIT ${batchSize}
      ), completed AS (
        UPDATE messages m SET bot_id = c.bot_id, answered_by = known.by,
          answered = CASE WHEN known.by = 'small_talk' THEN NULL ELSE m.answered END,
          confidence = CASE WHEN known.by = 'small_talk' THEN NULL ELSE m.confidence END
        FROM batch b, messages o, conversations c, LATERAL (
          SELECT (CASE
            WHEN o.author <> 'bot' THEN NULL
            WHEN o.degraded THEN 'documents'
            WHEN o.answered IS NULL THEN 'person'
            -- Every other answer has sources.
            WHEN o.answered AND o.sources = '[]' THEN 'small_talk'
          END)::answered_by AS by
        ) known
        WHERE m.id = b.id AND o.id = b.id AND m.bot_id IS NULL
          AND c.team_id = o.team_id AND c.id = o.conversation_id
        RETURNING m.id
      )
      SELECT (SELECT id::text FROM batch ORDER BY id LIMIT 1) AS last, (SELECT count(*)::int FROM completed) AS completed`;
    count += batch.completed;
    if (batch.last === null) {
      const done = { job: completeMessagesJob, at: new Date() };
      await db.checkpoint.upsert({ where: { job: completeMessagesJob }, create: done, update: done });
      break;
    }
    before = batch.last;
  }
  return count;
}
