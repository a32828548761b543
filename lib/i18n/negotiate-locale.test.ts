import { expect, it } from "vitest";
import { negotiateLocale } from "./negotiate-locale";

it.each([
  ["en-US,en;q=0.9", "en"],
  ["zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7", "zh-TW"],
  ["en;q=0.5, zh-Hant-HK;q=0.7", "zh-TW"],
  ["zh-CN", "zh-TW"],
  ["ZH", "zh-TW"],
  ["ja,en-US;q=0.9", "en"],
  ["ja", "en"],
  ["ko-KR,ko;q=0.9", "en"],
  ["ja;q=1, zh-TW;q=0.8, en;q=0.2", "zh-TW"],
  ["fr;q=0.4, zh;q=0, en;q=0", "en"],
  ["zh;q=0,en;q=0.1", "en"],
  ["en;q=0", "zh-TW"],
  ["zhuang, en;q=0.3", "en"],
  ["en;q=nonsense, zh;q=0.9", "en"],
  ["*", "zh-TW"],
  ["", "zh-TW"],
  [" ;,; ", "zh-TW"],
  [null, "zh-TW"],
])("%j → %s", (header, locale) => {
  expect(negotiateLocale(header)).toBe(locale);
});

it("reads the beginning of a header that is far too long", () => {
  expect(negotiateLocale(`en,${"zh-TW,".repeat(100_000)}`)).toBe("en");
});
