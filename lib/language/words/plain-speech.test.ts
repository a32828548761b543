import { describe, expect, it } from "vitest";
import { plainSpeech } from "./plain-speech";

describe("plainSpeech", () => {
  it.each([
    ["運費咧", "運費呢"],
    ["運費咧 押金捏", "運費呢 押金呢"],
    ["欸你們幾點關啦", "你們幾點關"],
    ["啊所以要預約嗎", "所以要預約嗎"],
    ["星期天有營業齁", "星期天有營業嗎"],
    ["還可以換喔", "還可以換嗎"],
    ["有停車場嘛", "有停車場嗎"],
    ["可以寄ㄇ", "可以寄嗎"],
    ["請問ㄧ下你們ㄉ地址ㄋ", "請問一下你們的地址呢"],
    ["不能退ㄅ", "不能退嗎"],
    ["想問一下那個登山車多少", "想問一下登山車多少"],
    ["车可以还喔", "车可以还嗎"],
    ["早安 請問一下喔 那個…押金 謝謝", "押金"],
    ["哈囉～押金多少？謝謝你", "押金多少"],
    ["你好棒", "你好棒"],
  ])("%s → %s", (typed, written) => expect(plainSpeech(typed)).toBe(written));

  it.each([
    "那個多少錢",
    "可以退貨嗎？",
    "喔",
    "好喔",
    "ㄅㄆㄇ教具",
    "我要找阿里山",
    "哪裡有賣",
    "how much is shipping",
    "送料はいくらですか",
    "",
  ])("leaves %s as it is", (typed) => expect(plainSpeech(typed)).toBe(typed));
});
