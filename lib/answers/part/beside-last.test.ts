import { expect, it } from "vitest";
import { besideLast } from "./beside-last";

const passages = [
  "登山車重 13 公斤，最輕的一台。",
  "租金\n\n- 淑女車：每台一天 150 元。\n- 登山車：每台一天 300 元。",
].map((text, at) => ({ title: `${at}`, text, headings: [], start: 0, end: text.length, score: 2 - at }));
const order = (reply: string) =>
  besideLast(passages, [{ role: "assistant", content: reply }]).map(({ title, score }) => [title, score]);

it("puts the passage that was quoted last first, as good as the best", () => {
  expect(order("我不太確定：\n\n淑女車：每台一天 150 元。")).toEqual([
    ["1", 2],
    ["0", 2],
  ]);
});

it("leaves the order where nothing was quoted", () => {
  const asTheyWere = [
    ["0", 2],
    ["1", 1],
  ];
  expect(order("這個問題我找不到答案，請聯絡我們。")).toEqual(asTheyWere);
  expect(order("- 150 元")).toEqual(asTheyWere);
  expect(besideLast([], [])).toEqual([]);
});

it("leaves the order where what is named does not stand in what was quoted last", () => {
  const said = [{ role: "assistant" as const, content: "我不太確定：\n\n淑女車：每台一天 150 元。" }];
  expect(besideLast(passages, said, "登山車").map(({ title }) => title)).toEqual(["1", "0"]);
  expect(besideLast(passages, said, "安全帽").map(({ title }) => title)).toEqual(["0", "1"]);
});
