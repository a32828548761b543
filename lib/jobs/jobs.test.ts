import { beforeEach, describe, expect, inject, it, vi } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { noteMessage } from "@/lib/last-message";
import { createTestActor } from "@/test/fixtures/test-actor";
import { createTestRunners, type TestRunners } from "@/test/fixtures/test-runners";
import { type BoundJob, bindJob, type RunJob } from "./bind-job";
import { defineJob, type JobDefinition } from "./define-job";
import { enqueue } from "./enqueue";
import { type JobRunner, type JobRunnerOptions, startJobs } from "./run/start-jobs";

const policy = {
  retry: { attempts: 3, firstDelaySeconds: 1, longestDelaySeconds: 1 },
  atOnce: 2,
  teamAtOnce: 1,
  leaseSeconds: 10,
};
const countJob = defineJob({ name: "count", input: z.strictObject({ at: z.int() }), ...policy });

let test: TestRunners["test"];
let ctx: TestRunners["ctx"];
let runners: TestRunners["runners"];
beforeEach(async () => {
  const made = await createTestRunners();
  ({ test, ctx, runners } = made);
  return made.close;
});

const fast: JobRunnerOptions = { pollSeconds: 0.5, superviseSeconds: 1, lookMs: 100 };
function run(jobs: BoundJob[], options: JobRunnerOptions = {}): JobRunner {
  const runner = startJobs(ctx, test.queue, jobs, { ...fast, ...options });
  runners.push(runner);
  return runner;
}
const bound = <Input>(job: JobDefinition<Input>, work: RunJob<Input>) => [bindJob(job, work)];
const rowOf = (id: string) => ctx.db.job.findUniqueOrThrow({ where: { id } });
const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 50 });
const ends = (id: string, state: "done" | "failed") =>
  until(async () => expect((await rowOf(id)).state).toBe(state));

describe("a job", () => {
  it("runs at once when it is enqueued, with its input, and says how far it is", async () => {
    const seen: number[] = [];
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    run(
      bound(countJob, async (_ctx, { at }, { progress }) => {
        seen.push(at);
        await progress(1, 2);
        await held;
        return undefined;
      }),
      { pollSeconds: 60 },
    );
    const id = await enqueue(ctx.db, countJob, { at: 7 }, { teamId: null });
    await until(async () =>
      expect(await rowOf(id)).toMatchObject({
        state: "running",
        attempts: 1,
        progressDone: 1,
        progressTotal: 2,
      }),
    );
    goOn();
    await ends(id, "done");
    expect(seen).toEqual([7]);
    expect((await rowOf(id)).endedAt).toBeInstanceOf(Date);
  });

  it("makes room while a visitor writes: the next of a backlog rests", async () => {
    const begun: number[] = [];
    const work = bound({ ...countJob, atOnce: 1 }, async () => {
      begun.push(performance.now());
      noteMessage();
      return undefined;
    });
    run(work, { restMs: 1_500 });
    const ids = [];
    for (let at = 0; at < 2; at++) ids.push(await enqueue(ctx.db, countJob, { at }, { teamId: null }));
    for (const id of ids) await ends(id, "done");
    const [first = 0, second = 0] = begun;
    // A timer may be a millisecond early.
    expect(second - first).toBeGreaterThan(1_490);
  });

  it("that is tried again begins when it is due, however seldom its workers look by themselves", async () => {
    const attempts: number[] = [];
    run(
      bound(countJob, async (_ctx, _input, { attempt }) => {
        attempts.push(attempt);
        if (attempt < 3) throw new AppError("unavailable", "away");
        return undefined;
      }),
      { pollSeconds: 3_600 },
    );
    await ends(await enqueue(ctx.db, countJob, { at: 1 }, { teamId: null }), "done");
    expect(attempts).toEqual([1, 2, 3]);
  });

  it("that was enqueued where nothing ran waits for an instance that starts", async () => {
    const id = await enqueue(ctx.db, countJob, { at: 1 }, { teamId: null });
    expect((await rowOf(id)).state).toBe("waiting");
    run(bound(countJob, async () => undefined));
    await ends(id, "done");
  });

  it("was never there when the transaction that caused it is rolled back, and runs when it is committed", async () => {
    const seen: number[] = [];
    run(
      bound(countJob, async (_ctx, { at }) => {
        seen.push(at);
        return undefined;
      }),
    );
    await ends(await enqueue(ctx.db, countJob, { at: 0 }, { teamId: null }), "done");
    const dropped = ctx.db.$transaction(async (tx) => {
      await enqueue(tx, countJob, { at: 1 }, { teamId: null });
      throw new Error("not so");
    });
    await expect(dropped).rejects.toThrow("not so");
    const id = await ctx.db.$transaction((tx) => enqueue(tx, countJob, { at: 2 }, { teamId: null }));
    await ends(id, "done");
    expect(seen).toEqual([0, 2]);
    expect(await ctx.db.job.count()).toBe(2);
  });

  it("that fails is tried again, then has failed with what people may read of it", async () => {
    let tries = 0;
    // An hour, so that it waits until it is looked at and made due.
    const retry = { ...policy.retry, firstDelaySeconds: 3_600, longestDelaySeconds: 3_600 };
    run(
      bound({ ...countJob, retry }, async () => {
        tries++;
        throw tries < 3 ? new Error("secret of ours") : new AppError("unavailable", "away");
      }),
    );
    const id = await enqueue(ctx.db, countJob, { at: 1 }, { teamId: null });
    for (const attempts of [1, 2]) {
      const waits = { state: "waiting", attempts, fault: "internal", dueAt: expect.any(Date) };
      await until(async () => expect(await rowOf(id)).toMatchObject(waits));
      await ctx.db.$executeRaw`UPDATE job_queue.job SET start_after = now() WHERE singleton_key = ${id}`;
    }
    await ends(id, "failed");
    expect(await rowOf(id)).toMatchObject({ fault: "store_away", attempts: 3 });
    expect(tries).toBe(3);
  });

  it("with a key exists once: while it waits it is the same, while it runs it runs once more with what came last", async () => {
    const seen: number[] = [];
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const ask = (at: number) => enqueue(ctx.db, countJob, { at }, { teamId: null, key: "one" });
    const id = await ask(1);
    expect(await ask(2)).toBe(id);
    run(
      bound(countJob, async (_ctx, { at }) => {
        seen.push(at);
        await held;
        return undefined;
      }),
    );
    await until(async () => expect(seen).toEqual([1]));
    expect([await ask(3), await ask(4)]).toEqual([id, id]);
    goOn();
    await ends(id, "done");
    expect(seen).toEqual([1, 4]);
    expect(await ask(5)).toBe(id);
    await until(async () => expect(seen).toEqual([1, 4, 5]));
    await ends(id, "done");
  });

  it("of one team doesn't keep another team's waiting", async () => {
    const [many, one] = [await createTestActor(ctx.db), await createTestActor(ctx.db)];
    const started: number[] = [];
    const goOn: (() => void)[] = [];
    run(
      bound(countJob, async (_ctx, { at }) => {
        started.push(at);
        await new Promise<void>((resolve) => goOn.push(resolve));
        return undefined;
      }),
    );
    // Two workers that look at the same moment may both begin a team's first jobs.
    await enqueue(ctx.db, countJob, { at: 0 }, { teamId: many.teamId });
    await until(async () => expect(started).toEqual([0]));
    for (let at = 1; at < 20; at++) await enqueue(ctx.db, countJob, { at }, { teamId: many.teamId });
    await enqueue(ctx.db, countJob, { at: 100 }, { teamId: one.teamId });
    await until(async () => expect(started).toEqual([0, 100]));
    for (const resume of goOn) resume();
  });

  it("keeps its lease beyond its time while it runs", async () => {
    let starts = 0;
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const work = bound(countJob, async () => {
      starts++;
      await held;
      return undefined;
    });
    run(work);
    if (inject("databaseUrl")) run(work);
    const id = await enqueue(ctx.db, countJob, { at: 1 }, { teamId: null });
    const age = async () => {
      const [row] = await ctx.db.$queryRaw<{ age: number }[]>`
        SELECT extract(epoch FROM now() - started_on)::float8 AS age FROM job_queue.job WHERE state = 'active'`;
      return row?.age ?? 0;
    };
    await vi.waitFor(async () => expect(await age()).toBeGreaterThan(countJob.leaseSeconds + 3), {
      timeout: 60_000,
    });
    goOn();
    await ends(id, "done");
    expect(starts).toBe(1);
  });
});
