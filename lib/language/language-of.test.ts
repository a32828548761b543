import { expect, it } from "vitest";
import { languageOf } from "./language-of";

it.each([
  ["退換貨說明，「七天內」都能退。", "zh-Hant"],
  ["ㄅㄆㄇ", "zh-Hant"],
  ["Dawen 答問", "zh-Hant"],
  ["送料はいくらですか？", "ja"],
  ["返品・交換について", "ja"],
  ["배송비는 얼마예요?", "ko"],
  ["Returns and exchanges", "en"],
  ["02-1234-5678", undefined],
  ["", undefined],
])("%s → %s", (text, language) => {
  expect(languageOf(text)).toBe(language);
});
