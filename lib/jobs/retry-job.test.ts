import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { idInput } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { createTestActor } from "@/test/fixtures/test-actor";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb, type TestDb } from "@/test/fixtures/test-db";
import { defineJob } from "./define-job";
import { enqueue } from "./enqueue";
import { listAllJobs } from "./list-all-jobs";
import { listJobs } from "./list-jobs";
import { purgeJobs } from "./purge-jobs";
import { retryAnyJobs } from "./retry-any-jobs";
import { retryJob } from "./retry-job";

const job = defineJob({
  name: "embed-bot",
  input: z.strictObject({ botId: idInput }),
  retry: { attempts: 3, firstDelaySeconds: 1, longestDelaySeconds: 1 },
  atOnce: 1,
  teamAtOnce: 1,
  leaseSeconds: 10,
});

let test: TestDb;
let owner: ActorCtx;
let other: ActorCtx;
let botId: string;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.close());
beforeEach(async () => {
  const ctx = createTestContext({ db: test.db });
  owner = { ...ctx, actor: await createTestActor(test.db) };
  other = { ...ctx, actor: await createTestActor(test.db) };
  botId = crypto.randomUUID();
  const { teamId } = owner.actor;
  await test.db.bot.create({
    data: { id: botId, teamId, name: "茶行", widgetToken: botId.replaceAll("-", "") },
  });
});
const ask = (ctx: ActorCtx) => enqueue(test.db, job, { botId }, { teamId: ctx.actor.teamId });
const set = (id: string, data: object) => test.db.job.update({ where: { id }, data });

describe("a team's jobs", () => {
  it("are listed for its owners, with what they are about; nobody sees another team's", async () => {
    const failed = await ask(owner);
    await set(failed, { state: "failed", fault: "model_key_refused", attempts: 3, endedAt: new Date() });
    const waiting = await ask(owner);
    const running = await ask(owner);
    await set(running, { state: "running", progressDone: 2, progressTotal: 5 });
    const lists = await listJobs(owner);
    expect(lists.failed).toMatchObject({
      count: 1,
      rows: [{ id: failed, about: "茶行", fault: "model_key_refused", attempts: 3 }],
    });
    expect(lists.open.rows.map(({ id }) => id)).toEqual([running, waiting]);
    expect(lists.open.rows[0]?.progress).toEqual({ done: 2, total: 5 });
    expect(lists.done).toEqual({ rows: [], count: 0 });
    for (const list of Object.values(await listJobs(other))) expect(list).toEqual({ rows: [], count: 0 });
    const agent: ActorCtx = { ...owner, actor: { ...owner.actor, role: "agent" } };
    await expect(listJobs(agent)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("begin anew from the page when they failed, for their own team's owners only", async () => {
    const id = await ask(owner);
    await set(id, { state: "failed", fault: "internal", attempts: 3 });
    await expect(retryJob(other, { jobId: id })).rejects.toMatchObject({ code: "not_found" });
    const editor: ActorCtx = { ...owner, actor: { ...owner.actor, role: "editor" } };
    await expect(retryJob(editor, { jobId: id })).rejects.toMatchObject({ code: "forbidden" });
    expect(await test.db.job.findUnique({ where: { id } })).toMatchObject({ state: "failed", attempts: 3 });
    await retryJob(owner, { jobId: id });
    expect(await test.db.job.findUnique({ where: { id } })).toMatchObject({ state: "waiting", attempts: 0 });
  });

  it("that run or are done stay so when somebody asks for a retry too late", async () => {
    for (const state of ["running", "done"] as const) {
      const id = await ask(owner);
      await set(id, { state, attempts: 1 });
      await retryJob(owner, { jobId: id });
      expect(await test.db.job.findUnique({ where: { id } })).toMatchObject({ state, attempts: 1 });
    }
  });

  it("go some time after their end; what is open and schedules stay", async () => {
    await test.db.job.deleteMany();
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
    const [done, young, failed, open, schedule] = [
      ...[await ask(owner), await ask(owner), await ask(owner), await ask(owner), await ask(owner)],
    ];
    await set(done ?? "", { state: "done", endedAt: ago(8) });
    await set(young ?? "", { state: "done", endedAt: ago(6) });
    await set(failed ?? "", { state: "failed", endedAt: ago(31) });
    await set(schedule ?? "", { state: "done", endedAt: ago(99), everySeconds: 60 });
    expect(await purgeJobs(owner, 10)).toBe(2);
    const left = await test.db.job.findMany({ select: { id: true } });
    expect(left.map(({ id }) => id).toSorted()).toEqual([young, open, schedule].toSorted());
  });
});

describe("for whoever runs the server", () => {
  it("jobs of every team and the installation's own are listed, what failed first, and begin anew", async () => {
    await test.db.job.deleteMany();
    const own = await enqueue(test.db, job, { botId }, { teamId: null });
    const endedAt = new Date(86_400_000);
    await set(own, { state: "failed", fault: "store_away", attempts: 3, endedAt });
    const [waiting, done, schedule, others] = [
      await ask(owner),
      await ask(owner),
      await ask(owner),
      await ask(other),
    ];
    await set(done, { state: "done" });
    await set(schedule, { state: "done", everySeconds: 60, dueAt: endedAt });
    await set(others, { state: "failed", fault: "internal", attempts: 1 });

    const { counts, jobs } = await listAllJobs(test);
    expect(counts).toEqual({ failed: 2, running: 0, waiting: 1, done: 2 });
    expect(jobs.map(({ id }) => id)).toEqual([others, own, schedule, waiting]);
    const { teamName } = other.actor;
    expect(jobs[0]).toMatchObject({ team: teamName, state: "failed", fault: "internal", attempts: 1 });
    expect(jobs[1]).toMatchObject({ team: null, fault: "store_away", endedAt: "1970-01-02T00:00:00.000Z" });
    expect(jobs[2]).toMatchObject({ dueAt: "1970-01-02T00:00:00.000Z" });
    expect(JSON.parse(JSON.stringify(jobs))).toEqual(jobs);

    for (const none of [done, crypto.randomUUID(), "x' OR true", ""])
      expect(await retryAnyJobs(test, none)).toBe(0);
    expect(await retryAnyJobs(test, own)).toBe(1);
    expect(await retryAnyJobs(test, "failed")).toBe(1);
    expect((await listAllJobs(test)).counts).toEqual({ failed: 0, running: 0, waiting: 3, done: 2 });
  });
});
