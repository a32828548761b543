import { describe, expect, it } from "vitest";
import { lineInput, textInput } from "./text-input";

const faults = (schema: ReturnType<typeof lineInput>, value: unknown) =>
  schema.safeParse(value).error?.issues.map((issue) => issue.message);

describe("lineInput and textInput", () => {
  it("puts a line on one line and keeps the lines of a text", () => {
    expect(lineInput(20).parse(" 答問\r\n\t小\0幫手\u2028 ")).toBe("答問 小幫手");
    expect(textInput(20).parse(" a\r\nb\rc\n\nd\ud800 ")).toBe("a\nb\nc\n\nd\ufffd");
  });

  it("counts code points after trimming", () => {
    expect(lineInput(3).parse("  😀𠮷字 ")).toBe("😀𠮷字");
    expect(faults(lineInput(3), "😀𠮷字a")).toEqual(["too_long:3:4"]);
  });

  it.each([undefined, null, 7, {}, ["a"], "", " \u200b "])(
    "refuses %j as missing, with one fault",
    (value) => {
      expect(faults(textInput(3), value)).toEqual(["required"]);
    },
  );
});
