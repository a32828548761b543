import { afterAll, beforeAll } from "vitest";
import { answerText } from "@/lib/answers/answer-text";
import type { Ctx } from "@/lib/context";
import { createTestContext } from "./test-context";
import { createTestDb } from "./test-db";

/**
 * For a file of tests: gives what asks a text a question, as "what would it answer" does, and what is said and quoted.
 */
export function createTextAsker() {
  let test: Awaited<ReturnType<typeof createTestDb>>;
  let ctx: Ctx;
  beforeAll(async () => {
    test = await createTestDb();
    ctx = createTestContext({ db: test.db });
  });
  afterAll(() => test.close());
  return async (text: string, question: string) => {
    const { bubbles, sources } = await answerText(
      ctx,
      { text, question },
      { title: "", acceptLanguage: null },
    );
    return { said: bubbles.join("\n"), quotes: sources.map(({ quote }) => quote) };
  };
}
