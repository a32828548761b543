import { describe, expect, it } from "vitest";
import { splitQuestion } from "./split-question";

describe("splitQuestion", () => {
  it.each([
    ["運費多少？可以退貨嗎？門市在哪？", ["運費多少", "可以退貨嗎", "門市在哪"]],
    ["有沒有停車位 可以帶寵物嗎", ["有沒有停車位", "可以帶寵物嗎"]],
    ["早餐幾點開始，另外可以加床嗎", ["早餐幾點開始", "另外可以加床嗎"]],
    ["學費怎麼繳；可以分期嗎", ["學費怎麼繳", "可以分期嗎"]],
    ["登山車多少錢要用幾號鎖可以騎多久", ["登山車多少錢", "要用幾號鎖", "可以騎多久"]],
    ["登山車怎麼租要多少錢", ["登山車怎麼租", "要多少錢"]],
    ["學費多少多久上一次課", ["學費多少", "多久上一次課"]],
    ["我想問一下押金多少然後可以刷卡嗎", ["我想問一下押金多少", "然後可以刷卡嗎"]],
    ["電話給我 還有學費怎麼繳", ["電話給我", "還有學費怎麼繳"]],
    ["地址 另外可以停車嗎", ["地址", "另外可以停車嗎"]],
    ["押金最多退幾% 可以刷卡嗎", ["押金最多退幾%", "可以刷卡嗎"]],
    ["請問營業時間跟地址", ["營業時間", "地址"]],
    ["登山車和淑女車各多少錢", ["登山車多少錢", "淑女車多少錢"]],
    ["how much is it and where can I park", ["how much is it", "where can I park"]],
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
    "滿多少錢可以免運",
    "什麼時候可以拿到",
    "多久可以收到貨",
    "登山車跟淑女車差在哪",
    "可以跟老師一起上課嗎",
    "請問你們店裡有什麼好吃的",
    "？？？",
    "",
  ])("%s is one question", (message) => expect(splitQuestion(message)).toHaveLength(1));

  it("leaves a message of many questions whole", () => {
    const message = "幾點開？幾點關？在哪？停哪？多少錢？";
    expect(splitQuestion(message)).toEqual([message]);
  });
});
