import { expect, it } from "vitest";
import { removeSpan, replaceSpan } from "./change-text";

function without(text: string, part: string): string {
  const start = text.indexOf(part);
  return removeSpan(text, { start, end: start + part.length });
}

it("takes lines that hold nothing else, and leaves one blank line at most", () => {
  expect(without("甲\n乙\n丙", "乙")).toBe("甲\n丙");
  expect(without("甲\n\n乙\n\n丙", "乙")).toBe("甲\n\n丙");
  expect(without("甲\n\n乙", "乙")).toBe("甲\n");
  expect(without("乙\n\n甲", "乙")).toBe("甲");
  expect(without("乙", "乙")).toBe("");
  expect(without("甲。乙。丙。", "乙。")).toBe("甲。丙。");
  expect(without("| a | 1 |\n| b | 2 |\n| c | 3 |", "| b | 2 |")).toBe("| a | 1 |\n| c | 3 |");
  expect(without("# 一\n\n乙\n# 二\n\n丙", "乙")).toBe("# 一\n\n# 二\n\n丙");
});

it("puts words in place", () => {
  expect(replaceSpan("掛號費 150 元。", { start: 4, end: 9 }, "200 元")).toBe("掛號費 200 元。");
});
