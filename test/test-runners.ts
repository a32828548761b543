import type { Ctx } from "@/lib/context";
import type { JobRunner } from "@/lib/jobs/run/start-jobs";
import { createTestContext } from "./test-context";
import { createTestDb, type TestDb } from "./test-db";

export type TestRunners = {
  test: TestDb;
  ctx: Ctx;
  /** Stopped with `close`. */
  runners: JobRunner[];
  close: () => Promise<void>;
};

/** A database whose jobs are run by what the test puts into `runners`. */
export async function createTestRunners(): Promise<TestRunners> {
  const test = await createTestDb();
  const runners: JobRunner[] = [];
  return {
    test,
    ctx: createTestContext({ db: test.db }),
    runners,
    close: async () => {
      await Promise.all(runners.map((runner) => runner.stop(1_000)));
      await test.close();
    },
  };
}
