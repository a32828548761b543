import { describe, expect, it } from "vitest";
import { brandGroups } from "./brand-groups";
import { errandGroups } from "./errand-groups";
import { everydayGroups } from "./everyday-groups";
import { foreignGroups } from "./foreign-groups";
import { foreignWords } from "./foreign-words";
import { serviceGroups } from "./service-groups";
import { thesaurusGroups } from "./thesaurus-groups";

const linesOf = (groups: string) => groups.trim().split("\n");
const spoken = [thesaurusGroups, serviceGroups, everydayGroups, errandGroups].flatMap(linesOf);

describe.each([
  ["groups in Chinese", spoken, 850],
  ["brandGroups", linesOf(brandGroups), 75],
  ["foreignGroups", linesOf(foreignGroups), 150],
  ["foreignWords", linesOf(foreignWords), 250],
])("%s", (_name, lines, least) => {
  it("has groups of two words and more, none twice in a line, no line twice", () => {
    expect(lines.length).toBeGreaterThan(least);
    for (const line of lines) {
      const sides = line.split(" > ").map((side) => side.split(" "));
      expect(sides.length, line).toBeLessThanOrEqual(2);
      for (const words of sides) {
        expect(
          words.every((word) => word.length > 0 && word === word.trim()),
          line,
        ).toBe(true);
        expect(new Set(words).size, line).toBe(words.length);
      }
      expect(sides.flat().length, line).toBeGreaterThanOrEqual(2);
    }
    expect(new Set(lines).size).toBe(lines.length);
  });
});

it("holds no single character but what is a word by itself", () => {
  const single = spoken.flatMap((line) => line.split(/ > | /).filter((word) => [...word].length === 1));
  const words = "買 藥 書 狗 貓 鳥 補 罰 燙 租 洗 泡 班 課 糖 甜 辣 賴 修 辦 騙 妝 吵";
  expect(single.filter((word) => !words.includes(word))).toEqual([]);
});

it("has a brand in one line only", () => {
  const names = linesOf(brandGroups).flatMap((line) => line.split(" "));
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
