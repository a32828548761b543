import type { Ctx } from "@/lib/context";
import { queueRows } from "@/lib/jobs/queue-rows";

/**
 * Gives every row that waits or seems to run, and has no entry in the queue, a new one: what was enqueued where no
 * queue was yet, and what lost its entry. Returns how many.
 */
export async function queueAgain({ db }: Pick<Ctx, "db">): Promise<number> {
  return db.$executeRaw`
    WITH lost AS (
      UPDATE jobs j SET state = 'waiting'
      WHERE j.state IN ('waiting', 'running') AND NOT EXISTS (
        SELECT FROM job_queue.job q
        WHERE q.name = j.name AND q.singleton_key = j.id::text AND q.state IN ('created', 'retry', 'active'))
        AND EXISTS (SELECT FROM job_queue.queue q WHERE q.name = j.name)
      RETURNING id, team_id, name, state, created_at
    )
    ${queueRows("lost")}`;
}
