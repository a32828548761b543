import { describe, expect, it } from "vitest";
import { cleanLine, cleanText, countCodePoints, dropDirections, hasVisibleCharacter } from "./clean-text";

describe("cleanText", () => {
  it("keeps what people type and mends what can't be stored", () => {
    expect(cleanText("  退貨\u0000嗎?\n")).toBe("退貨嗎?");
    expect(cleanText("a\ud800b")).toBe("a\ufffdb");
    expect(cleanText("𠮷👍🏽")).toBe("𠮷👍🏽");
  });
});

describe("cleanLine", () => {
  it.each([
    ["\u202egnp.exe", "gnp.exe"],
    ["a\u2066b\u2069c\u200ed\u200fe\u061cf", "abcdef"],
    ["王\u200b小\u2060明\ufeff", "王小明"],
    ["王\r\n\u2028小\u0085明\t\u3000!", "王 小 明 !"],
    ["\u3164王\u115f\uffa0\u00ad\u{e0041}\u{e0100}", "王\u{e0100}"],
    ["a\u200db\u200c", "ab"],
    ["\u2800王\u2800", "王"],
    [`z${"\u0301".repeat(50)}`, `\u017a${"\u0301".repeat(4)}`],
    [`葛${"\u{e0100}".repeat(3)}`, "葛\u{e0100}"],
    ["👩‍👩‍👧 👍🏽 ❤️‍🔥", "👩‍👩‍👧 👍🏽 ❤️‍🔥"],
    ["می‌خواهم", "می‌خواهم"],
    ["林小茶（已驗證）", "林小茶（已驗證）"],
    ["a\ud800b\0", "a\ufffdb"],
  ])("makes %j %j", (given, line) => {
    expect(cleanLine(given)).toBe(line);
    expect(cleanLine(line)).toBe(line);
  });
});

describe("dropDirections", () => {
  it("keeps lines and marks, and drops what turns words", () => {
    expect(dropDirections("\u202eabc\u202c\n\u2067שלום\u2069\u200f!")).toBe("abc\nשלום\u200f!");
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
