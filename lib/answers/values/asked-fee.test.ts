import { describe, expect, it } from "vitest";
import { fold } from "@/lib/language/words/fold";
import { askedDiscount, askedFee, isWithin } from "./asked-fee";

describe("askedFee", () => {
  it.each([
    ["兩歲要收錢嗎", "age", 2],
    ["我女兒四歲半要買票嗎", "age", 4],
    ["小孩 5 歲要多少錢", "age", 5],
    ["十二岁要门票吗", "age", 12],
    ["身高 95 公分要買票嗎", "height", 95],
    ["狗八公斤要加錢嗎", "weight", 8],
    ["is it free for a 2 year old?", "age", 2],
    ["2歳は無料ですか", "age", 2],
    ["두 살은 무료인가요", "age", 2],
  ])("%s: %s %i", (question, measure, value) => {
    expect(askedFee(question)).toMatchObject({ measure, value, names: [] });
  });

  it("has what else is named", () => {
    expect(askedFee("兩歲搭纜車要收錢嗎")?.names.join()).toContain(fold("纜車"));
    expect(askedFee("狗八公斤要加錢嗎")?.names).toEqual([]);
  });

  it.each(["兩歲可以玩嗎", "要收錢嗎", "兩天多少錢", "歲末優惠多少錢", "免費停車幾小時", ""])(
    "is null for %s",
    (question) => expect(askedFee(question)).toBeNull(),
  );
});

it.each([
  ["三歲以下免費", 2, true],
  ["三歲以下免費", 3, true],
  ["三歲以下免費", 4, false],
  ["未滿三歲免票", 3, false],
  ["滿 6 歲起半價", 7, true],
  ["未滿 6 歲免費", 7, false],
  ["6 到 12 歲、65 歲以上半票", 70, true],
  ["6 到 12 歲、65 歲以上半票", 20, false],
  ["三歲到六歲加收 200 元", 5, true],
  ["Children under 3 are free", 2, true],
  ["ages 4 to 11 years: half price", 9, true],
  ["ages 4 to 11: half price", 12, false],
  ["12 and over pay the full price", 5, false],
  ["3歳未満無料", 2, true],
  ["만 3세 이하 무료", 2, true],
  ["全票 250 元", 2, null],
  ["100 公分以下免費", 2, null],
])("%s: %i is within: %s", (text, value, within) => {
  expect(isWithin(fold(text), { measure: "age", value })).toBe(within);
});

describe("askedDiscount", () => {
  it.each([
    ["60 盒有折扣嗎", "", 60, "盒"],
    ["有折扣嗎", "我要訂 60 盒", 60, "盒"],
    ["買三十本可以便宜一點嗎", "", 30, "本"],
    ["会打折吗", "二十个", 20, "個"],
  ])("%s after %s: %i", (question, before, value, counter) => {
    expect(askedDiscount(question, before)).toMatchObject({ value, counter: fold(counter), names: [] });
  });

  it("has what is bought", () => {
    expect(askedDiscount("有折扣嗎", "我要買 60 盒鳳梨酥")?.names.join()).toContain(fold("鳳梨酥"));
  });

  it.each([
    ["有折扣嗎", "運費多少"],
    ["60 盒多少錢", ""],
    ["買一盒有折扣嗎", ""],
    ["", ""],
  ])("is null for %s after %s", (question, before) => expect(askedDiscount(question, before)).toBeNull());
});

it.each([
  ["20–49 盒：九五折", 60, false],
  ["50–99 盒：九折", 60, true],
  ["100 盒以上：八五折", 60, false],
  ["滿 50 盒打九折", 60, true],
  ["每盒 60 元", 60, null],
])("%s: 60 boxes are within: %s", (text, value, within) => {
  expect(isWithin(fold(text), { measure: "count", counter: "盒", value })).toBe(within);
});
