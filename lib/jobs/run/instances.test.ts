import { beforeEach, describe, expect, inject, it, onTestFinished, vi } from "vitest";
import { z } from "zod";
import { bindJob } from "@/lib/jobs/bind-job";
import { defineJob } from "@/lib/jobs/define-job";
import { enqueue } from "@/lib/jobs/enqueue";
import { bindMany, manyJob } from "@/test/fixtures/many-jobs";
import { createTestProgram, type TestProcess } from "@/test/fixtures/test-program";
import { createTestRunners, type TestRunners } from "@/test/fixtures/test-runners";
import { makeSchedules, startDueSchedules } from "./keep-schedules";
import { queueAgain } from "./queue-again";
import { startJobs } from "./start-jobs";

const policy = {
  retry: { attempts: 3, firstDelaySeconds: 1, longestDelaySeconds: 1 },
  atOnce: 4,
  teamAtOnce: 4,
  leaseSeconds: 10,
};
const everyHour = defineJob({
  name: "hourly",
  input: z.strictObject({}),
  ...policy,
  schedule: { everySeconds: 3_600, firstAfterSeconds: 0 },
});
/** The embedded database has one instance only; on a server the 500 jobs have a second process. */
const instances = inject("databaseUrl") ? 2 : 1;

let test: TestRunners["test"];
let ctx: TestRunners["ctx"];
let runners: TestRunners["runners"];
beforeEach(async () => {
  const made = await createTestRunners();
  ({ test, ctx, runners } = made);
  return made.close;
});

describe(`with ${instances} instances`, () => {
  it("500 jobs run once each", async () => {
    const other = "databaseUrl" in test.queue ? await startOther(test.queue.databaseUrl) : null;
    const own: number[] = [];
    runners.push(startJobs(ctx, test.queue, [bindMany((at) => own.push(at))], { pollSeconds: 0.5 }));
    const numbers = Array.from({ length: 500 }, (_, at) => at);
    await Promise.all(numbers.map((at) => enqueue(ctx.db, manyJob, { at }, { teamId: null })));
    await vi.waitFor(async () => expect(await ctx.db.job.count({ where: { state: "done" } })).toBe(500), {
      timeout: 180_000,
      interval: 200,
    });
    await other?.kill();
    const others = (other?.lines ?? []).filter((line) => line !== "ready").map(Number);
    expect([...own, ...others].toSorted((a, b) => a - b)).toEqual(numbers);
    expect([own, others].filter((ran) => ran.length > 0)).toHaveLength(instances);
  }, 300_000);

  // The embedded database has one connection: nothing happens meanwhile there.
  it.runIf(instances > 1)("what another instance begins while it is taken up goes on", async () => {
    const job = defineJob({ name: "begun", input: z.strictObject({}), ...policy });
    const id = await enqueue(ctx.db, job, {}, { teamId: null });
    runners.push(startJobs(ctx, test.queue, [bindJob(job, async () => undefined)], { pollSeconds: 0.5 }));
    const row = () => ctx.db.job.findUniqueOrThrow({ where: { id } });
    await vi.waitFor(async () => expect((await row()).state).toBe("done"), { timeout: 20_000 });
    await runners.pop()?.stop(10_000);
    await ctx.db.job.update({ where: { id }, data: { state: "waiting", attempts: 0 } });
    await ctx.db.$executeRaw`DELETE FROM job_queue.job WHERE name = ${job.name}`;
    let waits: Promise<number> | undefined;
    await ctx.db.$transaction(async (tx) => {
      await tx.job.update({ where: { id }, data: { state: "running", attempts: 1 } });
      waits = queueAgain(ctx);
      await vi.waitFor(async () => expect(await countWaiting()).toBeGreaterThan(0), { timeout: 10_000 });
    });
    await waits;
    expect(await row()).toMatchObject({ state: "running", attempts: 1 });
  });

  it("a schedule that is due runs once, and is due again after its time", async () => {
    let runs = 0;
    const jobs = [
      bindJob(everyHour, async () => {
        runs++;
        return undefined;
      }),
    ];
    for (let instance = 0; instance < instances; instance++)
      runners.push(startJobs(ctx, test.queue, jobs, { pollSeconds: 0.5, lookMs: 20 }));
    const row = () => ctx.db.job.findFirst({ where: { name: everyHour.name } });
    await vi.waitFor(async () => expect(await row()).toMatchObject({ state: "done", attempts: 1 }), {
      timeout: 20_000,
    });
    const due = (await row())?.dueAt?.getTime() ?? 0;
    expect(Math.abs(due - Date.now() - 3_600_000)).toBeLessThan(60_000);
    await runners[0]?.runDue(10_000);
    expect(runs).toBe(1);
    await ctx.db.job.updateMany({ data: { dueAt: new Date(0) } });
    await expect.poll(() => runs).toBe(2);
    await expect.poll(async () => (await row())?.state).toBe("done");
    expect(await ctx.db.job.count()).toBe(1);
  });

  it("of many that look at once, one starts it", async () => {
    await makeSchedules(ctx, [bindJob(everyHour, async () => undefined)]);
    const looks = Array.from({ length: 10 }, () => startDueSchedules(ctx, [everyHour.name]));
    await Promise.all(looks);
    expect(await ctx.db.job.findFirst()).toMatchObject({ state: "waiting", name: everyHour.name });
    await makeSchedules(ctx, [bindJob(everyHour, async () => undefined)]);
    expect(await ctx.db.job.count()).toBe(1);
  });
});

/** A process that runs the jobs too. */
async function startOther(databaseUrl: string): Promise<TestProcess> {
  const program = await createTestProgram("work-many.ts");
  onTestFinished(program.close);
  const other = program.start([databaseUrl]);
  await vi.waitFor(() => expect(other.lines).toContain("ready"), { timeout: 60_000 });
  return other;
}

/** Statements that wait for a lock of this database. */
async function countWaiting(): Promise<number> {
  const [row] = await ctx.db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return row?.count ?? 0;
}
