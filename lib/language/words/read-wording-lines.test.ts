import { expect, it } from "vitest";
import { readWordingLines } from "./read-wording-lines";

it("reads a group a line, however its words are split, and knows the line", () => {
  expect(readWordingLines("小山包、高山茶禮盒\n\n 早鳥 = 預購,  LINE  Pay ＝賴pay\r\n、、\n一個")).toEqual([
    { line: 1, words: ["小山包", "高山茶禮盒"] },
    { line: 3, words: ["早鳥", "預購", "LINE Pay", "賴pay"] },
    { line: 5, words: ["一個"] },
  ]);
});

it("keeps a word once", () => expect(readWordingLines("早鳥=早鳥=預購")[0]?.words).toEqual(["早鳥", "預購"]));
