import { describe, expect, it } from "vitest";
import { cleanText, countCodePoints, hasVisibleCharacter } from "./clean-text";

describe("cleanText", () => {
  it("keeps what people type and mends what can't be stored", () => {
    expect(cleanText("  退貨\u0000嗎?\n")).toBe("退貨嗎?");
    expect(cleanText("a\ud800b")).toBe("a\ufffdb");
    expect(cleanText("𠮷👍🏽")).toBe("𠮷👍🏽");
  });
});

describe("countCodePoints", () => {
  it("counts code points, not UTF-16 units", () => {
    expect(countCodePoints("𠮷👍")).toBe(2);
    expect(countCodePoints("好".repeat(300))).toBe(300);
  });
});

describe("hasVisibleCharacter", () => {
  it.each([
    "",
    " ",
    "\u200b\u200d",
    "\u3000",
    "\u2060\ufeff",
    "\u202e",
    "\u3164",
    "\u115f",
    "\u2800",
    "\u{e0041}",
  ])("is false for %j", (text) => expect(hasVisibleCharacter(text)).toBe(false));
  it.each(["?", "好", "😀", "\ufffd", "\u200ba"])("is true for %j", (text) =>
    expect(hasVisibleCharacter(text)).toBe(true),
  );
});
