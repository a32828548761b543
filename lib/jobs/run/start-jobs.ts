import { setTimeout as sleep } from "node:timers/promises";
import { fromPrisma, type Job, PgBoss } from "pg-boss";
import type { Ctx } from "@/lib/context";
import type { QueueDatabase } from "@/lib/db/adapter";
import type { BoundJob } from "@/lib/jobs/bind-job";
import { sinceLastMessage } from "@/lib/last-message";
import { logError } from "@/lib/log";
import { makeSchedules, startDueSchedules } from "./keep-schedules";
import { queueAgain } from "./queue-again";
import { queueOptions } from "./queue-options";
import { runJob } from "./run-job";

export type JobRunner = {
  /**
   * Starts what is due, and waits until nothing is left that can run now, at most so long. Returns whether that was
   * reached.
   */
  runDue: (withinMs: number) => Promise<boolean>;
  /** Takes no more jobs; those that run may end within `graceMs`, then the queue has them back. */
  stop: (graceMs: number) => Promise<void>;
};

export type JobRunnerOptions = {
  /** Between two looks of a worker at the queue, which else tells by itself that something came or is due. */
  pollSeconds?: number;
  /** Between two looks for leases that ended. */
  superviseSeconds?: number;
  /** Between two looks at the schedules and at what is due. */
  lookMs?: number;
  /** Between two jobs of a worker while visitors write. */
  restMs?: number;
};

/** The queue tries again what is cut off; how often a job is begun is counted in its row. */
const queueRetries = 10_000;
/** Entries of the queue outlive their job by an hour; what waits for a month is taken up again from its row. */
const entryKept = { deleteAfterSeconds: 3_600, retentionSeconds: 30 * 86_400, expireInSeconds: 23 * 3_600 };
const againMs = 5 * 60_000;
const quietMs = 60_000;
/** So long after a message another one is likely. */
const writingMs = 2_000;

/**
 * Runs jobs in this process: at once when they are enqueued, by any process that has the database. On the embedded
 * database this process is the only one, so what was running when the last one died begins again at once; on PostgreSQL
 * any number of instances share the work. While the database is away it tries again.
 */
export function startJobs(
  ctx: Ctx,
  database: QueueDatabase,
  jobs: readonly BoundJob[],
  options: JobRunnerOptions = {},
): JobRunner {
  const runner = new Runner(ctx, database, jobs, options);
  runner.start();
  return runner;
}

class Runner implements JobRunner {
  readonly #ctx: Ctx;
  readonly #database: QueueDatabase;
  readonly #jobs: readonly BoundJob[];
  readonly #lookMs: number;
  readonly #pollSeconds: number;
  readonly #boss: PgBoss;
  readonly #restMs: number;
  readonly #workers: { job: string; id: string }[] = [];
  readonly #running = new Map<string, Promise<void>>();
  readonly #stopping = new AbortController();
  #starting: Promise<void> = Promise.resolve();
  #looking: NodeJS.Timeout | undefined;
  #againAt = 0;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(ctx: Ctx, database: QueueDatabase, jobs: readonly BoundJob[], options: JobRunnerOptions) {
    const isEmbedded = "pglite" in database;
    const {
      lookMs = 5_000,
      pollSeconds = 60,
      restMs = 500,
      superviseSeconds = isEmbedded ? 60 : 20,
    } = options;
    this.#ctx = ctx;
    this.#database = database;
    this.#jobs = jobs;
    this.#lookMs = lookMs;
    this.#pollSeconds = pollSeconds;
    this.#restMs = restMs;
    this.#boss = new PgBoss({
      ...queueOptions(database),
      superviseIntervalSeconds: superviseSeconds,
      monitorIntervalSeconds: superviseSeconds,
      queueCacheIntervalSeconds: 3_600,
      flowIntervalSeconds: 3_600,
      monitorVacuum: !isEmbedded,
      reindex: !isEmbedded,
    });
    this.#boss.on("error", (error) => this.#tell(error));
  }

  start(): void {
    this.#starting = this.#open();
  }

  async runDue(withinMs: number): Promise<boolean> {
    const until = performance.now() + withinMs;
    await this.#starting;
    await startDueSchedules(this.#ctx, this.#names());
    await this.#boss.supervise();
    for (const { id } of this.#workers) this.#boss.notifyWorker(id);
    while (await this.#hasWork()) {
      if (performance.now() > until) return false;
      await sleep(100);
    }
    return true;
  }

  async stop(graceMs: number): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#looking);
    await this.#starting;
    const running = new Map(this.#running);
    await this.#boss.stop({ graceful: true, timeout: graceMs });
    const givenBack = [...running.keys()].filter((entry) => this.#running.has(entry));
    if (givenBack.length === 0) return;
    await Promise.race([Promise.all(this.#running.values()), sleep(1_000, undefined, { ref: false })]);
    await this.#ctx.db.$executeRaw`
      UPDATE job_queue.job SET start_after = now() WHERE state = 'retry' AND id = ANY(${givenBack}::uuid[])`;
  }

  async #open(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      try {
        if ("pglite" in this.#database) await this.#takeUp();
        await this.#boss.start();
        await this.#makeQueues();
        await makeSchedules(this.#ctx, this.#jobs);
        for (const job of this.#jobs)
          for (let worker = 0; worker < job.atOnce && !this.#stopping.signal.aborted; worker++)
            await this.#work(job);
        await this.#look();
        return;
      } catch (error) {
        this.#tell(error);
        await this.#boss.stop({ graceful: false }).catch(() => {});
        await sleep(this.#lookMs);
      }
    }
  }

  /** Nobody else can have the lease of an embedded database's jobs. */
  async #takeUp(): Promise<void> {
    await this.#ctx.db.$executeRaw`
      UPDATE job_queue.job SET state = 'retry', start_after = now() WHERE state = 'active'`;
  }

  async #makeQueues(): Promise<void> {
    for (const { name, retry, leaseSeconds } of this.#jobs) {
      const settings = {
        ...entryKept,
        retryLimit: queueRetries,
        retryDelay: retry.firstDelaySeconds,
        retryDelayMax: retry.longestDelaySeconds,
        retryBackoff: true,
        heartbeatSeconds: leaseSeconds,
        notify: true,
      };
      await this.#boss.createQueue(name, { ...settings, policy: "exclusive" });
      await this.#boss.updateQueue(name, settings);
    }
  }

  async #work(job: BoundJob): Promise<void> {
    const worker = await this.#boss.work<{ id: string }>(
      job.name,
      {
        groupConcurrency: job.teamAtOnce,
        pollingIntervalSeconds: Math.min(this.#pollSeconds, 2),
        notifyPollingIntervalSeconds: this.#pollSeconds,
      },
      async ([entry]) => {
        if (!entry) return;
        const run = this.#run(job, entry);
        this.#running.set(
          entry.id,
          run.catch(() => {}),
        );
        try {
          await run;
        } finally {
          this.#running.delete(entry.id);
          await this.#makeRoom();
          // Else the next of a backlog waits for the next look at the queue.
          this.#boss.notifyWorker(worker);
        }
      },
    );
    this.#workers.push({ job: job.name, id: worker });
  }

  /**
   * Each job takes a little of the process and the database that answer visitors: a backlog goes slowly while they
   * write.
   */
  async #makeRoom(): Promise<void> {
    if (sinceLastMessage() > writingMs) return;
    await sleep(this.#restMs, undefined, { signal: this.#stopping.signal }).catch(() => {});
  }

  #run(job: BoundJob, entry: Job<{ id: string }>): Promise<void> {
    return runJob(this.#ctx, job, entry.data.id, entry.signal, {
      complete: async (tx) => {
        await this.#boss.complete(job.name, entry, {}, { db: fromPrisma(tx) });
      },
      retry: async (tx) => {
        await this.#boss.fail(job.name, entry, {}, { db: fromPrisma(tx) });
      },
    });
  }

  async #look(): Promise<void> {
    try {
      if (Date.now() >= this.#againAt) {
        this.#againAt = Date.now() + againMs;
        await queueAgain(this.#ctx);
      }
      await startDueSchedules(this.#ctx, this.#names());
      await this.#wakeForDue();
    } catch (error) {
      this.#tell(error);
    }
    if (!this.#stopping.signal.aborted)
      this.#looking = setTimeout(() => void this.#look(), this.#lookMs).unref();
  }

  /** What is tried again comes due without a word: one look for all wakes those workers that have something to do. */
  async #wakeForDue(): Promise<void> {
    const due = await this.#ctx.db.$queryRaw<{ name: string }[]>`
      SELECT n.name FROM unnest(${this.#names()}::text[]) n (name) WHERE EXISTS (
        SELECT FROM job_queue.job q
        WHERE q.name = n.name AND q.state < 'active' AND NOT q.blocked AND q.start_after <= now())`;
    const names = new Set(due.map(({ name }) => name));
    for (const { job, id } of this.#workers) if (names.has(job)) this.#boss.notifyWorker(id);
  }

  async #hasWork(): Promise<boolean> {
    const [row] = await this.#ctx.db.$queryRaw<{ hasWork: boolean }[]>`
      SELECT EXISTS (SELECT FROM job_queue.job WHERE name = ANY(${this.#names()})
        AND (state = 'active' OR state < 'active' AND start_after <= now())) AS "hasWork"`;
    return row?.hasWork ?? false;
  }

  #names(): string[] {
    return this.#jobs.map(({ name }) => name);
  }

  /** A database that is away makes every look fail: it is told once a minute. */
  #tell(error: unknown): void {
    if (this.#stopping.signal.aborted || performance.now() - this.#toldAt < quietMs) return;
    this.#toldAt = performance.now();
    logError("the queue of jobs failed, and goes on when it can", error);
  }
}
