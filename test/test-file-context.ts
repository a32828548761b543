import { afterAll, beforeAll } from "vitest";
import type { Ctx } from "@/lib/context";
import { createTestContext } from "./test-context";
import { createTestDb } from "./test-db";

/** For a file of tests: gives its context, with a database of the file's own, to what runs within a test. */
export function createFileContext(): () => Ctx {
  let test: Awaited<ReturnType<typeof createTestDb>>;
  let ctx: Ctx;
  beforeAll(async () => {
    test = await createTestDb();
    ctx = createTestContext({ db: test.db });
  });
  afterAll(() => test.close());
  return () => ctx;
}
