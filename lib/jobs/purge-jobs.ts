import type { Ctx } from "@/lib/context";

/** Days after their end that jobs stay to be seen. */
const keptDays = { done: 7, failed: 30 };

/** Deletes jobs that ended, `most` at a time; a schedule's row stays. Returns how many went. */
export async function purgeJobs({ db }: Pick<Ctx, "db">, most: number): Promise<number> {
  return db.$executeRaw`
    DELETE FROM jobs WHERE id IN (
      SELECT id FROM jobs WHERE every_seconds IS NULL AND (
        state = 'done' AND ended_at < now() - ${keptDays.done} * interval '1 day'
        OR state = 'failed' AND ended_at < now() - ${keptDays.failed} * interval '1 day')
      LIMIT ${most})`;
}
