import { describe, expect, it } from "vitest";
import { fold } from "@/lib/language/words/fold";
import { omitsCondition } from "./omits-condition";
import { readClaims } from "./read-claims";

function omits(stands: string, said: string, asked = "") {
  return omitsCondition(readClaims(said), readClaims(stands), fold(`${said}\n${asked}`));
}

describe("what a sentence says only on a condition", () => {
  it.each([
    ["全館消費滿 800 元免運費。", "免運費。"],
    ["滿千免運。", "我們有免運。"],
    ["滿千送折價券。", "會送折價券。"],
    ["持學生證者門票半價。", "門票半價。"],
    ["憑診斷書可以延期。", "可以延期。"],
    ["入場前 30 分鐘報到，贈送飲料一杯。", "贈送飲料一杯。"],
    ["租期滿六個月，押金全數退還。", "押金全數退還。"],
    ["課程可以轉讓，但須事先告知。", "課程可以轉讓。"],
    ["優惠券可以折抵，限當月使用。", "優惠券可以折抵。"],
    ["下雨時活動改到室內。", "活動改到室內。"],
    ["Shipping is free on orders over $50.", "Shipping is free."],
  ])("%s: not %s", (stands, said) => expect(omits(stands, said)).toBe(true));

  it.each([
    ["全館消費滿 800 元免運費。", "只要買滿 800 元就免運費。", ""],
    ["全館消費滿 800 元免運費。", "可以免運費。", "我買了 800 元有免運嗎"],
    ["滿千免運。", "滿千就免運喔。", ""],
    ["持學生證者門票半價。", "門票半價。", "有學生證有優惠嗎"],
    ["課程可以轉讓，但須事先告知。", "課程可以轉讓，但要先告知我們。", ""],
    ["本島滿千免運，離島運費 200 元。", "離島運費 200 元。", ""],
    ["本島滿千免運，離島運費 200 元。", "本島滿千免運。", ""],
    ["電話是 02-8765-4321，每天十點開門。", "每天十點開門。", ""],
    ["單車可以租，最多六台。", "單車可以租。", ""],
    ["作品約兩週後完成。", "作品會完成。", ""],
    ["Shipping is free on orders over $50.", "Orders over $50 ship free.", ""],
  ])("%s: %s", (stands, said, asked) => expect(omits(stands, said, asked)).toBe(false));
});
