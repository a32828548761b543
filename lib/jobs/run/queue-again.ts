import type { Ctx } from "@/lib/context";
import { queueRows } from "@/lib/jobs/queue-rows";

/**
 * Gives every row that waits or seems to run, and has no entry in the queue, a new one: what was enqueued where no
 * queue was yet, and what lost its entry. Returns how many. What another instance has taken up and begun meanwhile
 * stays as it is.
 */
export async function queueAgain({ db }: Pick<Ctx, "db">): Promise<number> {
  return db.$executeRaw`
    WITH lost AS (
      UPDATE jobs j SET state = 'waiting'
      FROM (
        SELECT id, state, attempts FROM jobs
        WHERE state IN ('waiting', 'running') AND NOT EXISTS (
          SELECT FROM job_queue.job q
          WHERE q.name = jobs.name AND q.singleton_key = jobs.id::text AND q.state IN ('created', 'retry', 'active'))
          AND EXISTS (SELECT FROM job_queue.queue q WHERE q.name = jobs.name)
      ) seen
      WHERE j.id = seen.id AND j.state = seen.state AND j.attempts = seen.attempts
      RETURNING j.id, j.team_id, j.name, j.state, j.created_at
    )
    ${queueRows("lost")}`;
}
