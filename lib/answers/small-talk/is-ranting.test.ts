import { describe, expect, it } from "vitest";
import { isRanting } from "./is-ranting";

describe("isRanting", () => {
  it.each([
    "你們這什麼爛機器人啦問什麼都答不出來",
    "講半天還是聽不懂",
    "真的很扯欸",
    "爛店再也不來了",
    "你們是什麼態度",
    "this is the worst support ever",
    "ほんとに使えないな",
    "진짜 답답하네요",
  ])("hears anger in %s", (message) => expect(isRanting(message)).toBe(true));

  it.each([
    "垃圾怎麼分類",
    "破舊的書可以換嗎",
    "腳踏車壞了怎麼辦",
    "有懶骨頭沙發嗎",
    "很久沒騎了可以教嗎",
    "do you have trash bags",
  ])("hears none in %s", (message) => expect(isRanting(message)).toBe(false));
});
