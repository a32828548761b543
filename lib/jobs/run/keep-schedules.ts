import type { Ctx } from "@/lib/context";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { BoundJob } from "@/lib/jobs/bind-job";
import { queueRows } from "@/lib/jobs/queue-rows";

const scheduleKey = "schedule";

/** Makes the rows of the schedules that have none yet; one that is there keeps when it is due. */
export async function makeSchedules({ db }: Pick<Ctx, "db">, jobs: readonly BoundJob[]): Promise<void> {
  for (const { name, schedule } of jobs) {
    if (!schedule) continue;
    const { everySeconds, firstAfterSeconds } = schedule;
    await db.$executeRaw`
      INSERT INTO jobs (id, name, key, input, state, every_seconds, due_at)
      VALUES (${uuidv7()}::uuid, ${name}, ${scheduleKey}, '{}', 'done', ${everySeconds},
        now() + ${firstAfterSeconds} * interval '1 second')
      ON CONFLICT (name, key) DO UPDATE SET every_seconds = EXCLUDED.every_seconds,
        due_at = least(jobs.due_at, now() + EXCLUDED.every_seconds * interval '1 second')`;
  }
}

/**
 * Lets the schedules run that are due by the database's clock. However many instances ask, one of them finds a row due:
 * it waits from then on. Returns how many.
 */
export async function startDueSchedules({ db }: Pick<Ctx, "db">, names: readonly string[]): Promise<number> {
  return db.$executeRaw`
    WITH due AS (
      UPDATE jobs SET state = 'waiting', attempts = 0, created_at = now(), due_at = NULL
      WHERE every_seconds IS NOT NULL AND due_at <= now() AND state IN ('done', 'failed') AND name = ANY(${[...names]})
      RETURNING id, team_id, name, state, created_at
    )
    ${queueRows("due")}`;
}
