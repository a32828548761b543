import { Prisma } from "@/lib/db/generated/client";

/** The schema of pg-boss's tables, as a migration made them. */
export const queueSchema = "job_queue";

/** What wakes the workers of every instance, as pg-boss names it for its schema. */
const channel = Prisma.raw(`('pgboss_' || left(encode(sha224('${queueSchema}'::bytea), 'hex'), 24))`);

/**
 * A statement that gives the waiting ones of some rows of `jobs` (a relation with id, team_id, name, state, created_at)
 * to the queue and wakes its workers when the transaction commits. A row has one entry at most there, by the queue's
 * policy "exclusive"; one whose queue no instance has made yet gets its entry from the first that starts.
 */
export function queueRows(rows: string): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO job_queue.job (name, data, singleton_key, group_id, policy, created_on, keep_until, retry_limit, retry_delay,
      retry_backoff, retry_delay_max, expire_seconds, deletion_seconds, heartbeat_seconds)
    SELECT q.name, jsonb_build_object('id', r.id), r.id::text, r.team_id::text, q.policy, r.created_at,
      now() + q.retention_seconds * interval '1 second', q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max,
      q.expire_seconds, q.deletion_seconds, q.heartbeat_seconds
    FROM ${Prisma.raw(rows)} r
      JOIN job_queue.queue q ON q.name = r.name
      CROSS JOIN LATERAL (SELECT pg_notify(${channel}, r.name)) AS woken
    WHERE r.state = 'waiting'
    ON CONFLICT DO NOTHING
    RETURNING name`;
}

/**
 * A statement that lets the entries of some rows of `jobs` (a relation with id, name, state) run at once that wait for
 * another try.
 */
export function hasten(rows: string): Prisma.Sql {
  return Prisma.sql`
    UPDATE job_queue.job q SET start_after = now()
    FROM ${Prisma.raw(rows)} r CROSS JOIN LATERAL (SELECT pg_notify(${channel}, r.name)) AS woken
    WHERE q.name = r.name AND q.singleton_key = r.id::text AND q.state IN ('created', 'retry') AND q.start_after > now()
    RETURNING q.name`;
}
