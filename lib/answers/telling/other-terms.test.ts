import { expect, it } from "vitest";
import { otherTerms } from "./other-terms";

it.each([
  ["停車場月租多少", "會員每小時 25 元", ["月租"]],
  ["琴房包月費用", "每小時 150 元", ["包月"]],
  ["帳篷租一天多少錢", "每小時 80 元", ["一天"]],
  ["白天包場多少", "平日晚上 6,000 元", ["白天"]],
  ["how much is it per month", "NT$30 per hour: each hour NT$30 / hour", ["per month"]],
])("%s is of another term than %s", (question, said, other) => {
  expect(otherTerms(question, said)).toEqual(other);
});

it.each([
  ["停車場月租多少", "月租 3,000 元，臨停每小時 25 元"],
  ["租一天多少錢", "每小時 80 元，當日最高 400 元"],
  ["早上包場多少", "白天 4,000 元，晚上 6,000 元"],
  ["停車場怎麼走", "每小時 25 元"],
  ["月租多少", "請洽櫃台"],
  ["平日晚上多少錢", "平日晚上 6,000 元"],
])("%s may be answered by %s", (question, said) => {
  expect(otherTerms(question, said)).toEqual([]);
});
