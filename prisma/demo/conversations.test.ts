import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer, AnsweringBot } from "@/lib/answers/answer";
import { wayToPerson } from "@/lib/answers/saying/way-to-person";
import type { Ctx } from "@/lib/context";
import { answerWords } from "@/lib/i18n/answer-words";
import { holdConversation } from "@/test/hold-conversation";
import { openShop } from "@/test/open-shop";
import { createTestContext } from "@/test/test-context";
import { createTestDb } from "@/test/test-db";
import { type DemoConversation, demoConversations, type Outcome } from "./conversations";
import { teaShop } from "./tea-shop";

let test: Awaited<ReturnType<typeof createTestDb>>;
let ctx: Ctx;
let bot: AnsweringBot;

beforeAll(async () => {
  test = await createTestDb();
  ctx = createTestContext({ db: test.db });
  bot = { ...(await openShop(test.db, teaShop.documents)), contact: teaShop.contact };
});
afterAll(() => test.close());

/** At most so many of the conversations may go wrong; those that do are in the failure's message. */
const most = 3;

describe("the tea shop in conversation", () => {
  it("answers nearly all as they ought to be", async () => {
    const wrong: string[] = [];
    for (const conversation of demoConversations) {
      const answer = await holdConversation(ctx, bot, conversation.says);
      const faults = faultsOf(conversation, answer);
      if (faults.length > 0)
        wrong.push(`${conversation.says.join(" → ")}\n  ${faults.join("; ")}\n  ${answer.said}`);
    }
    expect(wrong.length, wrong.join("\n")).toBeLessThanOrEqual(most);
  });
});

function faultsOf({ is, holds = [], lacks = [] }: DemoConversation, answer: Answer & { said: string }) {
  const found = outcomeOf(answer);
  return [
    ...(found === is ? [] : [`is ${found}, not ${is}`]),
    ...holds.filter((words) => !answer.said.includes(words)).map((words) => `lacks ${words}`),
    ...lacks.filter((words) => answer.said.includes(words)).map((words) => `holds ${words}`),
  ];
}

function outcomeOf({ answered, answeredBy, said }: Answer & { said: string }): Outcome {
  if (answeredBy === "person") return "person";
  if (answeredBy === "small_talk") return "calm";
  const words = Object.values(answerWords);
  if (words.some(({ compare }) => said.includes(compare))) return "compared";
  if (words.some((each) => wayToPerson({ ...bot, contact: "" }, each).some((way) => said.includes(way))))
    return "offered";
  return answered ? "answered" : "open";
}
