import type { Prisma } from "@/lib/db/generated/client";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { JobDefinition } from "./define-job";
import { hasten, queueRows } from "./queue-rows";

export type EnqueueOptions = {
  /** Whose work it is; null for the installation's own. */
  teamId: string | null;
  /**
   * The work exists once under it: enqueued again while it waits it is the same and begins at once, while it runs it
   * runs once more, with the input that came last.
   */
  key?: string;
};

/**
 * Lets a job run soon, on any instance. Returns its id. Works in every process, also where none runs: it then waits for
 * an instance to start.
 * @param db the transaction that causes it: rolled back, there was no job; or the client itself
 */
export async function enqueue<Input>(
  db: Prisma.TransactionClient,
  { name, input: schema }: JobDefinition<Input>,
  input: Input,
  { teamId, key }: EnqueueOptions,
): Promise<string> {
  const given = JSON.stringify(schema.parse(input));
  const [row] = await db.$queryRaw<{ id: string }[]>`
    WITH asked AS (
      INSERT INTO jobs (id, team_id, name, key, input)
      VALUES (${uuidv7()}::uuid, ${teamId}::uuid, ${name}, ${key ?? null}, ${given}::jsonb)
      ON CONFLICT (name, key) DO UPDATE SET
        state = CASE WHEN jobs.state IN ('done', 'failed') THEN 'waiting' ELSE jobs.state END,
        again = jobs.state = 'running',
        input = CASE WHEN jobs.state = 'waiting' THEN jobs.input ELSE EXCLUDED.input END,
        attempts = CASE WHEN jobs.state IN ('done', 'failed') THEN 0 ELSE jobs.attempts END,
        fault = CASE WHEN jobs.state IN ('done', 'failed') THEN NULL ELSE jobs.fault END,
        created_at = CASE WHEN jobs.state IN ('done', 'failed') THEN now() ELSE jobs.created_at END,
        due_at = NULL
      RETURNING id, team_id, name, state, created_at
    ), queued AS (${queueRows("asked")}), hastened AS (${hasten("asked")})
    SELECT id FROM asked`;
  if (!row) throw new Error("the job was not written");
  return row.id;
}
