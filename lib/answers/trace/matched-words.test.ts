import { expect, it } from "vitest";
import { parseQuery } from "@/lib/knowledge/query/parse-query";
import { matchedWords } from "./matched-words";

const match = (question: string, text: string) =>
  matchedWords(
    parseQuery(question).map(({ term, weight }) => ({ term, weight, idf: 1, isKnown: true })),
    question,
    text,
  );

it.each([
  ["滿多少免運費？", "單筆訂單滿 1,200 元免運費", ["免運費"]],
  ["可以退货吗", "七天內可以退貨。", ["可以退貨"]],
  ["可以退貨嗎", "退貨要附發票，可以寄回。", ["可以", "退貨"]],
  ["Wi-Fi 密碼", "客房 Wi-Fi 密碼在卡片上", ["密碼", "Wi-Fi"]],
  ["有停車場嗎", "運費 80 元", []],
])("of %s, %s holds %j", (question, text, words) => {
  expect(match(question, text)).toEqual(expect.arrayContaining(words));
  if (words.length === 0) expect(match(question, text)).toEqual([]);
});

it("names other words for the same after the question's own", () => {
  const words = match("停車場", "附近可以泊車，停車場在地下室");
  expect(words[0]).toBe("停車場");
});
