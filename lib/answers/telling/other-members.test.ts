import { expect, it } from "vitest";
import { fold } from "@/lib/language/words/fold";
import { asksOfComing, onlyInBrackets, onlyLonger } from "./only-aside";
import { otherMembers } from "./other-members";

it.each([
  ["可以帶貓嗎", "小型犬放在提籃裡可以進店。", ["貓"]],
  ["can I bring my cat", "Dogs may ride if they wear a vest.", ["cat"]],
  ["可以刷卡嗎", "現金、轉帳、LINE Pay。", ["刷卡"]],
  ["機車可以停嗎", "汽車停車場在後門。", ["機車"]],
])("%s beside %s", (question, said, expected) => {
  expect(otherMembers(question, said, [fold(said)])).toEqual(expected);
});

it.each([
  ["可以帶貓嗎", "寵物都可以進店，狗要牽繩。"],
  ["可以帶貓嗎", "貓和狗請放在提籃裡。"],
  ["可以帶狗嗎", "小型犬可以進店。"],
  ["可以刷卡嗎", "現金、信用卡都可以。"],
  ["可以付現嗎", "LINE Pay 和街口。"],
  ["怎麼付款", "現金、轉帳。"],
  ["狗可以和貓一起住嗎", "狗住一樓。"],
])("none in %s beside %s", (question, said) => {
  expect(otherMembers(question, said, [fold(said)])).toEqual([]);
});

it.each([
  ["芋泥捲多少", "芋泥捲", "芋泥捲禮盒 620 元", "芋泥捲"],
  ["芋泥捲多少", "芋泥捲", "芋泥捲 90 元\n芋泥捲禮盒 620 元", ""],
  ["芋泥捲禮盒多少", "芋泥捲", "芋泥捲禮盒 620 元", ""],
  ["紅玉多少", "紅玉", "紅玉紅茶 620 元", ""],
])("what is sold only packed: %s", (question, thing, known, expected) => {
  expect(onlyLonger(question, fold(thing), [fold(known)])).toBe(expected);
});

it("what stands only in brackets", () => {
  const of = (text: string, title = "結婚") => [{ title, headings: [], text, start: 0, end: text.length }];
  expect(onlyInBrackets("良民證怎麼申請", of("外國人附無犯罪證明（良民證）。"))).toBe(true);
  expect(onlyInBrackets("良民證怎麼申請", of("外國人附無犯罪證明（良民證）。", "良民證"))).toBe(false);
  expect(onlyInBrackets("良民證怎麼申請", of("良民證帶身分證申請。"))).toBe(false);
  expect(onlyInBrackets("良民證多少錢", of("外國人附無犯罪證明（良民證）。"))).toBe(false);
});

it.each([
  ["王老師下個月請假嗎", "王老師每週一休息。", true],
  ["王老師下個月請假嗎", "王老師下個月請假。", false],
  ["這禮拜有空位嗎", "12/24 已滿。", false],
  ["這禮拜三有空位嗎", "週三全滿。", false],
  ["下個月可以取件嗎", "隨時可以取件。", false],
])("what changes: %s beside %s", (question, said, expected) => {
  expect(asksOfComing(question, said)).toBe(expected);
});
