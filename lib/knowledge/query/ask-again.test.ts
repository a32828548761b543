import { describe, expect, it } from "vitest";
import { priceAgain } from "./ask-again";

describe("priceAgain", () => {
  it.each([
    ["How much is the black tea?", "and the oolong?", "oolong", "how much is the oolong"],
    ["how much are the red socks", "what about the wool hat", "wool hat", "how much is the wool hat"],
    ["What is the price of the lamp?", "how about a chair?", "chair", "how much is the chair"],
    ["how much is delivery", "And the cups?", "cups", "how much is the cups"],
    ["紅茶はいくらですか", "緑茶は？", "緑茶", "緑茶はいくらですか"],
    ["ケーキの値段を教えて", "じゃあクッキーは？", "クッキー", "クッキーはいくらですか"],
    ["홍차 얼마예요?", "녹차는요?", "녹차", "녹차 얼마예요"],
  ])("%s, %s asks of %s", (asked, question, thing, instead) => {
    expect(priceAgain(question, asked)).toEqual({ thing, instead });
  });

  it.each([
    ["how long does the tea keep", "and the oolong?"],
    ["how much is the lamp", "and the red one?"],
    ["how much is the lamp", "and what size is it?"],
    ["how much is the lamp", "and the colour?"],
    ["how much is the lamp", "is the oolong vegan?"],
    ["how much is the lamp", "and"],
    ["紅茶はいくらですか", "営業時間は？"],
    ["紅茶多少錢", "那烏龍呢"],
    ["홍차 얼마예요?", "영업시간은요?"],
    ["", ""],
  ])("%s, %s asks for no other price", (asked, question) => {
    expect(priceAgain(question, asked)).toBeNull();
  });
});
