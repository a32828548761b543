import { expect, test } from "vitest";
import { countCodePoints, MESSAGE_LIMIT, messageText } from "./message-text";

test("characters are code points, counted after trimming", () => {
  expect(countCodePoints("  你好 \n")).toBe(2);
  expect(countCodePoints("𠮷野家😀")).toBe(4);
  expect(countCodePoints("𠮷".repeat(MESSAGE_LIMIT))).toBe(300);
  expect(countCodePoints("a\ud800b")).toBe(3);
});

test("what a paste brings along unseen is dropped; line ends, tabs and joined emoji stay", () => {
  expect(messageText("\ufeff退\u200b貨\u0007？")).toBe("退貨？");
  expect(messageText("一\r\n二\t三")).toBe("一\r\n二\t三");
  expect(messageText("👩‍👧")).toBe("👩‍👧");
});

test("NUL is dropped, and text without a visible character is empty", () => {
  expect(messageText("a\0b")).toBe("ab");
  for (const blank of ["", " \n\t", "\u3000", "\u200b", "\0", "\u200d\ufeff", "\u2800", "\u3164", "\ufe0f"])
    expect(messageText(blank)).toBe("");
  expect(messageText(" ? ")).toBe("?");
});
