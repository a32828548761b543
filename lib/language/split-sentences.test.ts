import { expect, it } from "vitest";
import { splitSentences } from "./split-sentences";

const sentences = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

it.each([
  ["滿千免運。未滿呢？收一百元！", ["滿千免運。", "未滿呢？", "收一百元！"]],
  ["他說：「好喝。」大家都笑了。", ["他說：「好喝。」", "大家都笑了。"]],
  ["「ありがとう。」と言った。次へ。", ["「ありがとう。」と言った。", "次へ。"]],
  [
    "Dr. Lin pays 3.5 dollars. Really? Yes, e.g. for tea.",
    ["Dr. Lin pays 3.5 dollars.", "Really?", "Yes, e.g. for tea."],
  ],
  ["See https://tea.example/a?b=1 for more. Bye", ["See https://tea.example/a?b=1 for more.", "Bye"]],
  ["1. First thing\n2. Second thing", ["1. First thing", "2. Second thing"]],
  [
    "A line that was wrapped somewhere in its middle by an editor\ngoes on here. Done.",
    ["A line that was wrapped somewhere in its middle by an editor\ngoes on here.", "Done."],
  ],
  ["好喝嗎?好喝!真的", ["好喝嗎?", "好喝!", "真的"]],
])("splits %j", (text, expected) => {
  expect(sentences(text)).toEqual(expected);
});
