import { describe, expect, it } from "vitest";
import type { Answer } from "@/lib/answers/answer";
import { wayToPerson } from "@/lib/answers/saying/way-to-person";
import { answerWords } from "@/lib/i18n/words/answer-words";
import { createShopTalk } from "@/test/fixtures/shop-talk";
import { type DemoConversation, demoConversations, type Outcome } from "./conversations";
import { teaShop } from "./tea-shop";

const { talk } = createShopTalk(Object.values(teaShop.documents), { contact: teaShop.contact });

/** At most so many of the conversations may go wrong; those that do are in the failure's message. */
const most = 2;

describe("the tea shop in conversation", () => {
  it("answers nearly all as they ought to be", async () => {
    const wrong: string[] = [];
    for (const conversation of demoConversations) {
      const answer = await talk(conversation.says);
      const faults = faultsOf(conversation, answer);
      if (faults.length > 0)
        wrong.push(`${conversation.says.join(" → ")}\n  ${faults.join("; ")}\n  ${answer.said}`);
    }
    expect(wrong.length, wrong.join("\n")).toBeLessThanOrEqual(most);
  });

  it.each([[["點數會過期嗎"]], [["點數怎麼算", "會過期嗎"]]])(
    "%j: says nothing of tea that is out of date",
    async (says) => {
      const { said, sources } = await talk(says);
      expect(said).toContain("365 天");
      expect(sources.map(({ title }) => title)).toEqual(["會員與點數"]);
    },
  );
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
  if (
    words.some((each) =>
      wayToPerson({ offersPerson: true, contact: "" }, each).some((way) => said.includes(way)),
    )
  )
    return "offered";
  return answered ? "answered" : "open";
}
