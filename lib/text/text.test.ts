import { describe, expect, it } from "vitest";
import { cleanLine, cleanText } from "./clean-text";
import { countCharacters } from "./count-characters";
import { hasVisibleCharacter } from "./has-visible-character";
import { lineInput, textInput } from "./text-input";

describe("cleanText", () => {
  it.each([
    ["a\0b", "ab"],
    ["\ud800a", "\ufffda"],
    ["a\udc00", "a\ufffd"],
    ["a\r\nb\rc\nd", "a\nb\nc\nd"],
    ["  \u3000運費 \n", "運費"],
    ["😀𠮷", "😀𠮷"],
  ])("%j → %j", (from, to) => {
    expect(cleanText(from)).toBe(to);
  });

  it("puts a line on one line", () => {
    expect(cleanLine(" 答問\r\n\t小幫手\u2028 ")).toBe("答問 小幫手");
  });
});

describe("countCharacters", () => {
  it.each(["", "abc", "😀𠮷", "👨‍👩‍👧", "\ud800", "\udc00\ud800", "\ud800\ud800\udc00", "a\u0301"])(
    "agrees with the string iterator on %j",
    (text) => {
      expect(countCharacters(text)).toBe([...text].length);
    },
  );
});

describe("hasVisibleCharacter", () => {
  it.each([
    "",
    " \n\t\u3000",
    "\u200b\u200d\ufeff",
    "\u00ad\u2060",
    "\u3164\uffa0",
    "\u202e",
    "\u2800",
    "\u0001",
  ])("is false for %j", (text) => {
    expect(hasVisibleCharacter(text)).toBe(false);
  });
  it.each(["a", "。", "😀", " 嗨 ", "\ufffd", "\u200b字"])("is true for %j", (text) => {
    expect(hasVisibleCharacter(text)).toBe(true);
  });
});

describe("lineInput and textInput", () => {
  const fault = (schema: ReturnType<typeof lineInput>, value: unknown) =>
    schema.safeParse(value).error?.issues.map((issue) => issue.message);

  it("counts code points after trimming", () => {
    expect(lineInput(3).parse("  😀𠮷字 ")).toBe("😀𠮷字");
    expect(fault(lineInput(3), "😀𠮷字a")).toEqual(["too_long"]);
  });
  it.each([undefined, null, 7, {}, ["a"], "", " \u200b "])(
    "refuses %j as missing, with one fault",
    (value) => {
      expect(fault(textInput(3), value)).toEqual(["required"]);
    },
  );
});
