import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { createTestDb, type TestDb } from "@/test/fixtures/test-db";
import { defineJob } from "./define-job";
import { enqueue } from "./enqueue";
import { queueOptions } from "./run/queue-options";

let test: TestDb;
let boss: PgBoss;
beforeAll(async () => {
  test = await createTestDb();
  boss = new PgBoss({ ...queueOptions(test.queue), useListenNotify: false, supervise: false });
  // Refuses another version's tables.
  await boss.start();
});
afterAll(async () => {
  await boss.stop({ graceful: false });
  await test.close();
});

it("our migrations make the tables and functions that the installed pg-boss expects", async () => {
  const { extraIndexes, ...report } = await boss.detectSchemaDrift();
  expect(report).toMatchObject({
    ok: true,
    missing: [],
    mismatched: [],
    missingFunctions: [],
    mismatchedFunctions: [],
    columnDrift: [],
    constraintDrift: [],
  });
  expect(extraIndexes).toEqual([]);
});

it("an entry that we write is the one that pg-boss would write", async () => {
  const job = defineJob({
    name: "compared",
    input: z.strictObject({}),
    retry: { attempts: 2, firstDelaySeconds: 3, longestDelaySeconds: 4 },
    atOnce: 1,
    teamAtOnce: 1,
    leaseSeconds: 10,
  });
  const settings = {
    retryLimit: 7,
    retryDelay: 3,
    retryDelayMax: 4,
    retryBackoff: true,
    heartbeatSeconds: 10,
  };
  await boss.createQueue(job.name, { ...settings, policy: "exclusive", notify: true });
  const ours = await enqueue(test.db, job, {}, { teamId: null });
  await boss.send(job.name, { id: "theirs" }, { singletonKey: "theirs" });
  const rows = await test.db.$queryRaw<{ singleton_key: string; job: Record<string, unknown> }[]>`
    SELECT singleton_key, to_jsonb(j) - '{id,data,singleton_key,start_after,created_on,keep_until}'::text[] AS job
    FROM job_queue.job j WHERE name = ${job.name}`;
  const [mine, theirs] = [ours, "theirs"].map((key) => rows.find((row) => row.singleton_key === key)?.job);
  expect(mine).toEqual(theirs);
  expect(mine).toMatchObject({
    retry_limit: 7,
    policy: "exclusive",
    heartbeat_seconds: 10,
    state: "created",
  });
});
