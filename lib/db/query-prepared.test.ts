import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createTestDb } from "@/test/fixtures/test-db";
import { prepareStatement } from "./query-prepared";

let test: Awaited<ReturnType<typeof createTestDb>>;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.close());

const doubling = prepareStatement<{ n: number }, { n: number; twice: number }>(
  "double",
  ($) => `SELECT ${$("n")}::int AS n, ${$("n")}::int * 2 AS twice`,
);
const dividing = prepareStatement<{ n: number }, { share: number }>(
  "divide",
  ($) => `SELECT 100 / ${$("n")}::int AS share`,
);
const double = (n: number) => doubling(test.db, { n });
const divide = (n: number) => dividing(test.db, { n });

// What goes by connections of its own runs on PostgreSQL only; embedded, the same statements go through Prisma.
const where = inject("databaseUrl")
  ? "on PostgreSQL, pipelined"
  : "embedded, through Prisma, with no connection to break";

describe(`prepareStatement, ${where}`, () => {
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

  it("takes each value by its name, in whatever order the text has them, and as often", async () => {
    const say = prepareStatement<{ a: string; b: string; c: string }, { said: string }>("say", ($) => {
      const last = `${$("c")}::text`;
      return `SELECT ${$("b")}::text || ${$("a")}::text || ${last} || ${$("b")}::text AS said`;
    });
    expect(await say(test.db, { a: "a", b: "b", c: "c" })).toEqual([{ said: "bacb" }]);
    expect(await say(test.db, { c: "3", b: "$1", a: "1" })).toEqual([{ said: "$113$1" }]);
  });

  it("leaves the pool to others, and works on, when what runs on a connection breaks it", async () => {
    const end = inject("databaseUrl") ? "pg_terminate_backend(pg_backend_pid())" : "1 / 0";
    const breaking = prepareStatement("break", () => `SELECT ${end}`);
    const broken = () => breaking(test.db, {});
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
