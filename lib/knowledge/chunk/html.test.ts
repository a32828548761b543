import { describe, expect, it } from "vitest";
import { readTables } from "@/lib/language/tables/read-tables";
import { htmlLines, isUnseen } from "./html-lines";
import { splitPassages } from "./split-passages";

const rows = Array.from(
  { length: 60 },
  (_, at) => `<tr><td>第${at + 1}號球場</td><td>${at * 10 + 100}</td><td>${at + 20}</td></tr>`,
);
const table = `<table><tr><th>場地</th><th>平日（元）</th><th>人數</th></tr>${rows.join("")}</table>`;

describe("HTML that is pasted in one line and longer than a passage", () => {
  const text = `<div class="page"><h1>場地</h1><p>租用前請先登記。</p><h2>收費 &amp; 人數</h2>${table}<h2>取消</h2><p>三天前取消不收費。</p></div>`;
  const passages = splitPassages(text);

  it("has its headings above what stands below them", () => {
    expect(passages.at(0)?.headings).toEqual(["場地"]);
    expect(passages.at(-1)?.headings).toEqual(["場地", "取消"]);
    expect(passages.at(-1) && text.slice(passages.at(-1)?.start, passages.at(-1)?.end)).toContain("三天前");
  });

  it("is cut between rows, each piece with the names of its columns", () => {
    const pieces = passages.filter(({ start, end }) => text.slice(start, end).includes("號球場"));
    expect(pieces.length).toBeGreaterThan(1);
    const read = pieces.flatMap((piece) => readTables(text, piece, piece.headings.at(-1) ?? ""));
    expect(read.map(({ columns }) => columns?.map(({ name }) => name))).toEqual(
      pieces.map(() => ["場地", "平日", "人數"]),
    );
    expect(read.flatMap((table) => table.rows.map(({ cells }) => cells.map((cell) => cell.text)))).toEqual(
      rows.map((_, at) => [`第${at + 1}號球場`, `${at * 10 + 100}`, `${at + 20}`]),
    );
  });

  it("never cuts within a tag", () => {
    for (const { start, end } of passages) {
      const piece = text.slice(start, end);
      expect(piece.match(/<(?![^<>]*>)/u), piece).toBeNull();
      expect(piece.match(/^[^<>]*>/u), piece).toBeNull();
    }
  });

  it("cuts rows of several lines between rows as well", () => {
    const written = `<table>\n<tr>\n<th>場地</th>\n<th>平日</th>\n</tr>\n${rows
      .map((row) => row.replaceAll("<td>", "\n<td>").replace("</tr>", "\n</tr>"))
      .join("\n")}\n</table>`;
    const pieces = splitPassages(written);
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces.slice(1)) expect(written.slice(piece.start)).toMatch(/^<tr>/u);
  });
});

it("leaves a row of pipes whole", () => {
  const row = "| 一<br>二 | <b>三</b><br>四 |";
  expect(htmlLines(row, { start: 0, end: row.length })).toEqual([{ start: 0, end: row.length }]);
});

it.each([
  ["", true],
  ["  <div class='a'>", true],
  ["</div></section>", true],
  ["<table>", false],
  ["<p>字</p>", false],
  ["3 < 5", false],
])("tells whether something of %j is seen", (line, isNothing) => expect(isUnseen(line)).toBe(isNothing));
