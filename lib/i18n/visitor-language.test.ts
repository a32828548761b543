import { expect, it } from "vitest";
import { visitorLanguage } from "./visitor-language";

it.each([
  ["ja", "en", "zh-TW", "ja"],
  ["zh-Hans-CN", "en", "", "zh-CN"],
  ["zh", "en", "", "zh-TW"],
  // What there are no words in tells nothing.
  ["ko-KR", "fr, en;q=0.5", "ja", "en"],
  ["", "en;q=0.4, ja;q=0.9", "", "ja"],
  [null, "en;q=0, zh-CN;q=0.1", "ja", "zh-CN"],
  [null, "*", "ja", "ja"],
  [null, "ko", "en", "en"],
  [null, null, "", "zh-TW"],
  [null, null, null, "zh-TW"],
  ["-", ";,;", "xx", "zh-TW"],
] as const)("page %j, browser %j, bot %j → %s", (page, acceptLanguage, bot, language) => {
  expect(visitorLanguage({ page, acceptLanguage, bot })).toBe(language);
});
