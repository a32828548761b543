import type { Ctx } from "@/lib/context";
import { hasten, queueRows } from "./queue-rows";

/**
 * Has these jobs begin anew where they failed, and at once where they wait for another try. Returns how many are
 * concerned.
 */
export async function retryJobs({ db }: Pick<Ctx, "db">, ids: readonly string[]): Promise<number> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH again AS (
      UPDATE jobs SET state = 'waiting', due_at = NULL,
        attempts = CASE WHEN state = 'failed' THEN 0 ELSE attempts END,
        created_at = CASE WHEN state = 'failed' THEN now() ELSE created_at END
      WHERE id = ANY(${[...ids]}::uuid[]) AND state IN ('failed', 'waiting')
      RETURNING id, team_id, name, state, created_at
    ), queued AS (${queueRows("again")}), hastened AS (${hasten("again")})
    SELECT id FROM again`;
  return rows.length;
}
