import { describe, expect, it } from "vitest";
import { type DiffPart, diffTexts } from "./diff-texts";

const sign = { same: " ", added: "+", removed: "-" } as const;
const show = (parts: DiffPart[]) => parts.map(({ kind, text }) => sign[kind] + text);
const side = (parts: DiffPart[], other: "added" | "removed") =>
  parts
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join("");

describe("diffTexts", () => {
  it("shows the words that changed within a line, and the lines that stayed", () => {
    expect(show(diffTexts("運費\n滿千免運。\n週日休息", "運費\n滿八百免運。\n週日休息"))).toEqual([
      " 運費\n滿",
      "-千",
      "+八百",
      " 免運。\n週日休息",
    ]);
    expect(show(diffTexts("open 9 to 18", "open 10 to 18"))).toEqual([" open ", "-9", "+10", "  to 18"]);
  });

  it("shows whole lines that came or went", () => {
    expect(show(diffTexts("一\n二\n三\n", "一\n三\n四\n"))).toEqual([" 一\n", "-二\n", " 三\n", "+四\n"]);
  });

  it("knows equal and empty texts", () => {
    expect(diffTexts("", "")).toEqual([]);
    expect(show(diffTexts("一", "一"))).toEqual([" 一"]);
    expect(show(diffTexts("", "一"))).toEqual(["+一"]);
    expect(show(diffTexts("一", ""))).toEqual(["-一"]);
  });

  it("gives back both texts, whatever they are", () => {
    let seed = 7;
    const next = (most: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % most;
    };
    const text = () => Array.from({ length: next(40) }, () => "甲乙ab\n 😀"[next(9)] ?? "\n").join("");
    for (let round = 0; round < 2_000; round++) {
      const [before, after] = [text().toWellFormed(), text().toWellFormed()];
      const parts = diffTexts(before, after);
      expect(side(parts, "added")).toBe(before);
      expect(side(parts, "removed")).toBe(after);
    }
  });

  it("gives up on texts with too little in common instead of taking for ever", () => {
    const before = Array.from({ length: 60_000 }, (_, line) => `甲${line}\n`).join("");
    const after = Array.from({ length: 60_000 }, (_, line) => `乙${line}\n`).join("");
    expect(diffTexts(before, after).map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });
});
