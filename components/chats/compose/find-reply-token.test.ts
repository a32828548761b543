import { expect, it } from "vitest";
import { findReplyToken } from "./find-reply-token";

it("finds the slash before the cursor, with what was typed after it", () => {
  expect(findReplyToken("/", 1)).toEqual({ from: 0, to: 1, query: "" });
  expect(findReplyToken("好的\n/服務", 6)).toEqual({ from: 3, to: 6, query: "服務" });
  expect(findReplyToken("see /ho and more", 7)).toEqual({ from: 4, to: 7, query: "ho" });
});

it("finds none within words, addresses and dates, after a space, or before the cursor's place", () => {
  for (const text of ["and/or", "https://a.example/b", "12/5", "/a b", "", "//", `/${"a".repeat(60)}`])
    expect(findReplyToken(text, text.length)).toBeNull();
  expect(findReplyToken("/hello", 0)).toBeNull();
});
