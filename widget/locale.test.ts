import { expect, test } from "vitest";
import { chooseLocale } from "./locale";

test.each([
  [[undefined, "", "en-GB"], "en"],
  [["zh-Hant-TW", "en"], "zh-TW"],
  [["ko", "EN"], "en"],
  [["zh"], "zh-TW"],
  [["zh-HK"], "zh-TW"],
  [["zh-CN"], "zh-CN"],
  [["zh-Hans"], "zh-CN"],
  [["zh-hans-TW"], "zh-CN"],
  [["zh-Hant-CN"], "zh-TW"],
  [["ja-JP", "en"], "ja"],
  [["ko", null, "english"], "zh-TW"],
] as const)("of %j the first that we speak decides: %s", (wishes, locale) => {
  expect(chooseLocale([...wishes])).toBe(locale);
});
