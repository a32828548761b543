import { describe, expect, it } from "vitest";
import { isTableRow } from "./line-kind";

describe("a row of a table", () => {
  it.each([
    "| 尺寸 | 價格 |",
    "｜尺寸｜價格｜",
    "  | 一格 |  ",
    "尺寸 | 價格 | 庫存",
    "尺寸｜價格｜庫存",
    "尺寸 | 價格｜庫存",
    "尺寸\t價格",
    "||",
  ])("%j", (line) => {
    expect(isTableRow(line)).toBe(true);
  });

  it.each(["運費 120 元", "", "|", "甲 | 乙", " | 甲", "| 只有一邊 | 有", "\t縮排", "甲 | ", "甲 | | "])(
    "not %j",
    (line) => {
      expect(isTableRow(line)).toBe(false);
    },
  );
});
