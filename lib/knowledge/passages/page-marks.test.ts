import { expect, it } from "vitest";
import { type PageMark, pageAt, readPageMarks } from "./page-marks";

const marks: PageMark[] = [
  [0, 2],
  [10, 3],
  [40, 5],
];

it("gives the page that began last before a place", () => {
  expect([0, 9, 10, 39, 40, 9_999].map((at) => pageAt(marks, at))).toEqual([2, 2, 3, 3, 5, 5]);
});

it("knows no page before the first mark, and none without marks", () => {
  expect(pageAt([[5, 1]], 4)).toBeUndefined();
  expect(pageAt([], 0)).toBeUndefined();
});

it("reads what is no list of marks as none", () => {
  expect(readPageMarks([[0, 1]])).toEqual([[0, 1]]);
  for (const stored of [null, undefined, "x", [[0]], [["a", 1]], { at: 0 }])
    expect(readPageMarks(stored)).toEqual([]);
});
