import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createTestDb } from "@/test/fixtures/test-db";
import { Prisma } from "./generated/client";
import { queryPrepared } from "./query-prepared";

let test: Awaited<ReturnType<typeof createTestDb>>;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.close());

const double = (n: number) =>
  queryPrepared<{ n: number; twice: number }>(
    test.db,
    "double",
    Prisma.sql`SELECT ${n}::int AS n, ${n}::int * 2 AS twice`,
  );
const divide = (n: number) =>
  queryPrepared<{ share: number }>(test.db, "divide", Prisma.sql`SELECT 100 / ${n}::int AS share`);

// What goes by connections of its own runs on PostgreSQL only; embedded, the same statements go through Prisma.
const where = inject("databaseUrl")
  ? "on PostgreSQL, pipelined"
  : "embedded, through Prisma, with no connection to break";

describe(`queryPrepared, ${where}`, () => {
  it("gives each of many statements at once its own rows, also beside ones that fail", async () => {
    for (let round = 0; round < 3; round++) {
      const asked = Array.from({ length: 200 }, (_, n) => (n % 7 === 3 ? divide(0) : double(n)));
      const answers = await Promise.allSettled(asked);
      for (const [n, answer] of answers.entries()) {
        if (n % 7 === 3) expect(answer.status).toBe("rejected");
        else expect(answer).toEqual({ status: "fulfilled", value: [{ n, twice: n * 2 }] });
      }
    }
    expect(await divide(4)).toEqual([{ share: 25 }]);
  });

  it("leaves the pool to others, and works on, when what runs on a connection breaks it", async () => {
    const end = inject("databaseUrl")
      ? Prisma.sql`pg_terminate_backend(pg_backend_pid())`
      : Prisma.sql`1 / 0`;
    const broken = () => queryPrepared(test.db, "break", Prisma.sql`SELECT ${end}`);
    for (let round = 0; round < 20; round++) {
      const answers = await Promise.allSettled([double(1), broken(), double(2), broken(), double(3)]);
      expect(answers[1]?.status).toBe("rejected");
      expect(answers[3]?.status).toBe("rejected");
      expect(await double(round)).toEqual([{ n: round, twice: round * 2 }]);
    }
    const counts = await Promise.all(
      Array.from({ length: 30 }, () => test.db.$queryRaw<{ one: number }[]>`SELECT 1 AS one`),
    );
    expect(counts).toHaveLength(30);
  });
});
