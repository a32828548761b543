import { expect, it } from "vitest";
import { createFileContext } from "@/test/fixtures/test-file-context";
import { answerText, answerTextInput } from "./answer-text";

const context = createFileContext();

const text =
  "# 運費\n\n滿 1,200 元免運費，未滿收 80 元。\n\n# 退貨\n\n收到商品隔天起 7 天內可以退貨，運費由我們負擔。";
const ask = (question: string) =>
  answerText(context(), answerTextInput.parse({ text, question }), {
    title: "貼上的文字",
    acceptLanguage: "zh-TW",
  });

it.each([
  ["運費多少？", "滿 1,200 元免運費"],
  ["可以退货吗", "7 天內可以退貨"],
])("%s is answered with a literal quote of the text", async (question, holds) => {
  const { answered, sources } = await ask(question);
  expect(answered).toBe(true);
  expect(sources[0]?.quote).toContain(holds);
  for (const { quote, title } of sources) {
    expect(text).toContain(quote);
    expect(title).toBe("貼上的文字");
  }
});

it("says so when the text doesn't cover the question", async () => {
  expect(await ask("推薦一家汽車保養廠")).toMatchObject({ answered: false, sources: [] });
  expect(await ask("謝謝")).toMatchObject({ answered: null, sources: [] });
});

it("bounds the text and the question", () => {
  const faults = (input: object) => answerTextInput.safeParse(input).error?.issues.map(({ path }) => path[0]);
  expect(faults({ text: "字".repeat(10_000), question: "問".repeat(300) })).toBeUndefined();
  expect(faults({ text: "字".repeat(10_001), question: "問".repeat(301) })).toEqual(["text", "question"]);
  expect(faults({ text: " ", question: "" })).toEqual(["text", "question"]);
});
