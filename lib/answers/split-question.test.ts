import { describe, expect, it } from "vitest";
import { splitQuestion } from "./split-question";

describe("splitQuestion", () => {
  it.each([
    ["運費多少？可以退貨嗎？門市在哪？", ["運費多少", "可以退貨嗎", "門市在哪"]],
    ["有沒有停車位 可以帶寵物嗎", ["有沒有停車位", "可以帶寵物嗎"]],
    ["早餐幾點開始，另外可以加床嗎", ["早餐幾點開始", "另外可以加床嗎"]],
    ["學費怎麼繳；可以分期嗎", ["學費怎麼繳", "可以分期嗎"]],
    ["How much is shipping? Can I return it?", ["How much is shipping", "Can I return it"]],
    ["送料はいくらですか？返品できますか？", ["送料はいくらですか", "返品できますか"]],
  ])("%s", (message, parts) => expect(splitQuestion(message)).toEqual(parts));

  it.each([
    "我住花蓮 多久會到",
    "你好，請問幾點營業？",
    "茶葉放了兩年，還可以喝嗎？",
    "可以用 LINE Pay 嗎",
    "1,200 元以上有免運嗎",
    "東西還沒來 一個禮拜了",
    "？？？",
    "",
  ])("%s is one question", (message) => expect(splitQuestion(message)).toHaveLength(1));

  it("leaves a message of many questions whole", () => {
    const message = "幾點開？幾點關？在哪？停哪？多少錢？";
    expect(splitQuestion(message)).toEqual([message]);
  });
});
