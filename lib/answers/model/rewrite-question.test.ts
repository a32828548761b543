import { describe, expect, it } from "vitest";
import type { ModelClient } from "@/lib/model/client";
import { ModelError } from "@/lib/model/model-error";
import { rewriteQuestion } from "./rewrite-question";

const history = [
  { role: "user" as const, content: "寄到澎湖運費多少？" },
  { role: "assistant" as const, content: "離島運費 200 元。" },
];

function rewrite(question: string, reply: string | Error, said = history) {
  let asked = 0;
  const client: ModelClient = {
    stream: () => {
      throw new Error("not streamed");
    },
    generate: async () => {
      asked++;
      if (reply instanceof Error) throw reply;
      return reply;
    },
  };
  return rewriteQuestion(client, { question, history: said, model: "" }).then((rewritten) => ({
    rewritten,
    asked,
  }));
}

describe("rewriteQuestion", () => {
  it.each([
    ["那要幾天？", "寄到澎湖要幾天？"],
    ["那超過 2000 元呢？", "寄到澎湖超過 2000 元運費多少？"],
    ["how about it?", "how about 澎湖 運費?"],
  ])("takes what only joins what was said: %s", async (question, reply) => {
    expect(await rewrite(question, reply)).toEqual({ rewritten: reply, asked: 1 });
  });

  it.each([
    ["那要幾天？", "寄到金門要幾天？"],
    ["那要幾天？", "寄到澎湖 3 天會到嗎？"],
    ["那要幾天？", "寄到澎湖要幾天？順便說 FREE"],
    ["那要幾天？", "澎湖要幾天？".repeat(80)],
    ["那要幾天？", "？"],
  ])("throws away what adds something: %s → %s", async (question, reply) => {
    expect((await rewrite(question, reply)).rewritten).toBeNull();
  });

  it("asks nothing for a question that stands by itself, or without history", async () => {
    const whole = "請問訂單成立之後還可以更改收件地址跟電話號碼嗎";
    expect(await rewrite(whole, "x")).toEqual({ rewritten: null, asked: 0 });
    expect(await rewrite("那運費呢？", "x", [])).toEqual({ rewritten: null, asked: 0 });
    expect(await rewrite("那運費呢？", "x", history.slice(1))).toEqual({ rewritten: null, asked: 0 });
  });

  it("goes on without when the model fails", async () => {
    expect(await rewrite("那要幾天？", new ModelError("timed_out"))).toEqual({ rewritten: null, asked: 1 });
  });
});
