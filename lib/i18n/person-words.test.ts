import { describe, expect, it } from "vitest";
import { personToldText } from "./person-words";

const languageOf = (...languages: (string | null)[]) =>
  ["zh-TW", "zh-CN", "en", "ja"].find((tag) => personToldText([tag]) === personToldText(languages));

describe("personToldText", () => {
  it.each([
    [["zh-Hans"], "zh-CN"],
    [["zh-CN"], "zh-CN"],
    [["zh-SG"], "zh-CN"],
    [["zh-Hant-CN"], "zh-TW"],
    [["zh"], "zh-TW"],
    [["ZH-hk"], "zh-TW"],
    [["en-GB"], "en"],
    [["ja-JP"], "ja"],
    [[null, "", "en"], "en"],
    [["fr", "ja", "en"], "ja"],
    [["fr", null, "de;q=0.9, en;q=0.8, ja"], "en"],
    [["fr"], "zh-TW"],
    [[], "zh-TW"],
    [[" ;,; "], "zh-TW"],
  ])("%j is answered in %s", (languages, expected) => {
    expect(languageOf(...languages)).toBe(expected);
  });
});
