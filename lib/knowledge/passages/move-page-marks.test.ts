import { describe, expect, it } from "vitest";
import { movePageMarks } from "./move-page-marks";
import { type PageMark, pageAt } from "./page-marks";

const before = "退貨\n七天內可以退貨。\n\n運費\n滿千兔運。\n\n保固\n一年。";
const marks: PageMark[] = [
  [0, 1],
  [before.indexOf("運費"), 2],
  [before.indexOf("保固"), 3],
];
const pagesOf = (after: string) => {
  const moved = movePageMarks(marks, before, after);
  return after.split("\n").map((line) => [line, pageAt(moved, after.indexOf(line))]);
};

describe("movePageMarks", () => {
  it("goes along with what is corrected, longer or shorter, on several pages", () => {
    const after = before.replace("兔運", "免運費").replace("退貨\n", "").replace("一年", "一年，電池半年");
    const pages = Object.fromEntries(pagesOf(after).filter(([line]) => line !== ""));
    expect(pages).toEqual({
      "七天內可以退貨。": 1,
      運費: 2,
      "滿千免運費。": 2,
      保固: 3,
      "一年，電池半年。": 3,
    });
  });

  it("finds a page whose first line was corrected, or left out", () => {
    const shorter = before.replace("運費\n", "");
    expect(pageAt(movePageMarks(marks, before, shorter), shorter.indexOf("滿千"))).toBe(2);
    const after = before.replace("運費\n", "運送\n");
    expect(pageAt(movePageMarks(marks, before, after), after.indexOf("運送"))).toBe(2);
    expect(pageAt(movePageMarks(marks, before, after), after.indexOf("保固"))).toBe(3);
  });

  it("has nothing of a page that was left out", () => {
    const after = before.replace("運費\n滿千兔運。\n\n", "");
    expect(pageAt(movePageMarks(marks, before, after), after.indexOf("保固"))).toBe(3);
  });

  it("says no page rather than a wrong one", () => {
    expect(movePageMarks(marks, before, "全部重寫。")).toEqual([]);
    const rewritten = before.replace("滿千兔運。\n\n保固", "滿千\n免運。\n\n保修");
    expect(movePageMarks(marks, before, rewritten)).toEqual([]);
    expect(movePageMarks([[3, 1]], before, "x")).toEqual([]);
    expect(movePageMarks(marks, before, before)).toEqual(marks);
  });
});
