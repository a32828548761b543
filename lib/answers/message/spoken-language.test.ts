import { expect, it } from "vitest";
import { spokenLanguage } from "./spoken-language";

it.each([
  ["運費多少？", "zh-TW"],
  ["多久會到", "zh-TW"],
  ["台北有店嗎", "zh-TW"],
  ["运费多少", "zh-CN"],
  ["你们几点开门", "zh-CN"],
  ["可以退货吗", "zh-CN"],
  ["ㄅㄆㄇ", "zh-TW"],
  ["How much is shipping?", "en"],
  ["refund", "en"],
  ["送料はいくらですか", "ja"],
  ["ポイント", "ja"],
  ["LINE Pay可以嗎", "zh-TW"],
  ["LINE Payは使えますか", "ja"],
])("hears %s as %s, whatever the page says", (message, language) => {
  for (const tag of [null, "zh-TW", "en-US", "ja"]) expect(spokenLanguage([message], [tag])).toBe(language);
});

it.each([
  [["你好"], ["zh-CN"], "zh-CN"],
  [["你好"], ["en", "zh-Hans"], "zh-CN"],
  [["你好"], ["en"], "zh-TW"],
  [["你好", "可以退货吗"], ["en"], "zh-CN"],
  [["返品可能", "送料はいくらですか"], [null], "ja"],
  [["多少", "How much is shipping?"], ["en"], "zh-TW"],
  [["A520F"], ["ja"], "ja"],
  [["3*250=?", "How much is shipping?"], ["zh-TW"], "en"],
  [["？？"], ["en-GB"], "en"],
  [["asdfgh"], ["zh-TW"], "zh-TW"],
  [["0912345678"], [null, "", "en"], "en"],
  [["1"], ["zh-Hant-CN"], "zh-TW"],
  [["1"], ["ZH-hk"], "zh-TW"],
  [["1"], ["zh-SG"], "zh-CN"],
  [["1"], ["fr", "ja", "en"], "ja"],
  [["1"], ["fr", null, "de;q=0.9, en;q=0.8, ja"], "en"],
  [["1"], [" ;,; "], "zh-TW"],
  [[], ["ja-JP"], "ja"],
  [[], [], "zh-TW"],
])("hears %j with %j as %s", (said, tags, language) => {
  expect(spokenLanguage(said, tags)).toBe(language);
});
