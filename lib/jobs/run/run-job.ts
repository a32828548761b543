import { z } from "zod";
import type { Ctx } from "@/lib/context";
import type { Prisma } from "@/lib/db/generated/client";
import { isAppError } from "@/lib/errors";
import type { BoundJob, JobOutcome, JobRun } from "@/lib/jobs/bind-job";
import { faultOf, finalFaults, type JobFault } from "@/lib/jobs/fault-of";
import { log, logError } from "@/lib/log";

/** What the queue is told in the same transaction as our row: its entry is done, or to be tried again. */
export type QueueEntry = {
  complete: (tx: Prisma.TransactionClient) => Promise<void>;
  retry: (tx: Prisma.TransactionClient) => Promise<void>;
};

type Attempt = { id: string; number: number; input: unknown };

/**
 * Runs one attempt at a job and writes how it ended. Whatever the work throws becomes the job's fault; this throws only
 * when the database fails, and then the queue tries again.
 * @param id of the row in `jobs`
 */
export async function runJob(
  ctx: Ctx,
  job: BoundJob,
  id: string,
  signal: AbortSignal,
  entry: QueueEntry,
): Promise<void> {
  const attempt = await begin(ctx, id);
  if (!attempt) return entry.complete(ctx.db);
  // One that takes its process down with it would else be begun for ever.
  if (attempt.number > job.retry.attempts) return fail(ctx, attempt, "cut_off", entry);
  const run: JobRun = {
    signal,
    attempt: attempt.number,
    progress: (done, total) => writeProgress(ctx, attempt, done, total),
  };
  try {
    let input: unknown = attempt.input;
    while (input !== undefined) {
      const outcome = await job.begin(ctx, input, run);
      if (signal.aborted) return giveBack(ctx, attempt);
      input = await finish(ctx, attempt, outcome, entry);
    }
  } catch (error) {
    if (signal.aborted) return giveBack(ctx, attempt);
    const fault = error instanceof z.ZodError ? "bad_job" : faultOf(error);
    const isLast = finalFaults.includes(fault) || attempt.number >= job.retry.attempts;
    const about = { job: job.name, jobId: id, attempt: attempt.number, fault };
    // What is known to be away is told once, not at every try.
    const isNews = attempt.number === 1 || isLast;
    if (fault === "internal" || fault === "bad_job") logError("a job failed", error, about);
    else if (isNews) {
      const why = isAppError(error) ? error.message : undefined;
      log("warn", isLast ? "a job failed" : "a job failed and is tried again", { ...about, why });
    }
    await (isLast ? fail(ctx, attempt, fault, entry) : retryLater(ctx, attempt, fault, entry));
  }
}

/** Null when the job is over or gone: the queue's entry outlived it. */
async function begin({ db }: Ctx, id: string): Promise<Attempt | null> {
  const [row] = await db.$queryRaw<{ attempts: number; input: unknown }[]>`
    UPDATE jobs SET state = 'running', attempts = attempts + 1, again = false, started_at = now(), ended_at = NULL,
      due_at = NULL, progress_done = NULL, progress_total = NULL
    WHERE id = ${id}::uuid AND state IN ('waiting', 'running') RETURNING attempts, input`;
  return row ? { id, number: row.attempts, input: row.input ?? null } : null;
}

/** The input of the next round where the job was asked for again meanwhile; undefined when it is done. */
async function finish(
  { db }: Ctx,
  { id, number }: Attempt,
  outcome: JobOutcome,
  entry: QueueEntry,
): Promise<unknown> {
  return db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ again: boolean; input: unknown }[]>`
      UPDATE jobs j SET state = CASE WHEN old.again THEN 'running'::job_state ELSE 'done' END, again = false, fault = NULL,
        ended_at = now(),
        due_at = now() + coalesce(${outcome?.againInSeconds ?? null}::int, j.every_seconds) * interval '1 second'
      FROM (SELECT id, again FROM jobs WHERE id = ${id}::uuid FOR UPDATE) old
      WHERE j.id = old.id AND j.attempts = ${number} AND j.state = 'running' RETURNING old.again, j.input`;
    if (row?.again) return row.input ?? null;
    if (row) await entry.complete(tx);
    return undefined;
  });
}

async function fail({ db }: Ctx, { id, number }: Attempt, fault: JobFault, entry: QueueEntry): Promise<void> {
  await db.$transaction(async (tx) => {
    const count = await tx.$executeRaw`
      UPDATE jobs SET state = 'failed', again = false, fault = ${fault}, ended_at = now(),
        due_at = now() + every_seconds * interval '1 second'
      WHERE id = ${id}::uuid AND attempts = ${number} AND state = 'running'`;
    if (count > 0) await entry.complete(tx);
  });
}

async function retryLater(
  { db }: Ctx,
  { id, number }: Attempt,
  fault: JobFault,
  entry: QueueEntry,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const count = await tx.$executeRaw`
      UPDATE jobs SET state = 'waiting', again = false, fault = ${fault}
      WHERE id = ${id}::uuid AND attempts = ${number} AND state = 'running'`;
    if (count === 0) return;
    await entry.retry(tx);
    await tx.$executeRaw`
      UPDATE jobs j SET due_at = q.start_after FROM job_queue.job q
      WHERE j.id = ${id}::uuid AND q.name = j.name AND q.singleton_key = j.id::text AND q.state = 'retry'`;
  });
}

/** The instance stops: the attempt counts as none, and the queue gives the job to the next instance. */
async function giveBack({ db }: Ctx, { id, number }: Attempt): Promise<void> {
  await db.$executeRaw`
    UPDATE jobs SET state = 'waiting', attempts = attempts - 1
    WHERE id = ${id}::uuid AND attempts = ${number} AND state = 'running'`;
}

async function writeProgress(
  { db }: Ctx,
  { id, number }: Attempt,
  done: number,
  total: number,
): Promise<void> {
  await db.$executeRaw`
    UPDATE jobs SET progress_done = ${done}, progress_total = ${total}
    WHERE id = ${id}::uuid AND attempts = ${number} AND state = 'running'`;
}
