import { describe, expect, it } from "vitest";
import { fold, foldWithOffsets } from "./fold";

describe("fold", () => {
  it.each([
    ["臺灣的珍珠奶茶", "台湾的珍珠奶茶"],
    ["「裡面」「裏面」", "「里面」「里面」"],
    ["図書館の営業時間", "图书馆の营业时间"],
    ["ＡＢＣ１２３％", "abc123%"],
    ["ﾎﾟｲﾝﾄｶｰﾄﾞ", "ポイントカード"],
    ["か\u3099くせい", "がくせい"],
    ["運 費　多少", "运费多少"],
    ["買 two 送一", "买 two 送一"],
    ["Café  Müller", "cafe muller"],
    ["⼿⾞", "手车"],
    ["𠮷野家", "𠮷野家"],
  ])("folds %s to %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it("is idempotent", () => {
    const text = "臺北 101 的 ﾎﾟｲﾝﾄ、營業時間？㍿ ½ Ｑ＆Ａ";
    expect(fold(fold(text))).toBe(fold(text));
  });

  it("keeps a way back to the original", () => {
    const text = "本店 ﾎﾟｲﾝﾄ：滿 ＮＴ＄５００ 送㍿";
    const folded = foldWithOffsets(text);
    expect(folded.text).toBe(fold(text));
    expect(folded.offsets.length).toBe(folded.text.length + 1);
    const start = folded.text.indexOf("nt$500");
    expect(text.slice(folded.offsets[start], folded.offsets[start + 6])).toBe("ＮＴ＄５００");
    const point = folded.text.indexOf("ポイント");
    expect(text.slice(folded.offsets[point], folded.offsets[point + 4])).toBe("ﾎﾟｲﾝﾄ");
  });
});
