import { describe, expect, it } from "vitest";
import { readTables } from "@/lib/language/tables/read-tables";
import { splitPassages } from "./split-passages";

const names = ["木料", "密度（kg）", "用途說明", "每片售價"];
const row = (at: number) => [
  `第${at}號木`,
  `${400 + at}`,
  `適合做成第 ${at} 種抽屜、桌面與書櫃的側板`,
  `${at * 15 + 200} 元`,
];
const rows = (count: number) => Array.from({ length: count }, (_, at) => row(at));
const widthOf = (cell: string) => cell.length + (cell.match(/[\u2e80-\uffff]/gu) ?? []).length;
const pad = (cell: string) => cell + " ".repeat(Math.max(2, 50 - widthOf(cell)));
const inPipes = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

/** What each passage of a text reads as, by its tables. */
function readAll(text: string) {
  return splitPassages(text).map(({ start, end, headings }) => ({
    headings,
    tables: readTables(text, { start, end }, headings.at(-1) ?? ""),
  }));
}

describe("a table that is cut", () => {
  it.each([
    ["pipes", inPipes, ""],
    ["pipes with a rule", inPipes, "|---|---|---|---|"],
    ["pipes, those at the ends missing", (cells: readonly string[]) => cells.join(" | "), ""],
    ["full-width pipes", (cells: readonly string[]) => `｜${cells.join("｜")}｜`, ""],
    ["tabs", (cells: readonly string[]) => cells.join("\t"), ""],
    ["blanks that align", (cells: readonly string[]) => cells.map(pad).join("").trimEnd(), ""],
    ["full-width blanks", (cells: readonly string[]) => cells.join("　　"), ""],
    ["commas", (cells: readonly string[]) => cells.join(","), ""],
  ])("has in %s the names of its columns wherever it is cut", (_, write, rule) => {
    // Another length each, so that the cuts stand elsewhere.
    for (const intro of ["", "本廠木料一覽。\n", `${"歡迎來廠挑選。".repeat(30)}\n\n`]) {
      for (const count of [40, 47, 61]) {
        const lines = [write(names), rule, ...rows(count).map(write)].filter(Boolean);
        const pieces = readAll(`${intro}${lines.join("\n")}`);
        const tables = pieces.flatMap((piece) => piece.tables);
        expect(tables.length).toBeGreaterThan(2);
        expect(tables.flatMap((table) => table.rows.map(({ subject }) => subject.text))).toEqual(
          rows(count).map(([subject]) => subject),
        );
        for (const { columns } of tables)
          expect(columns?.map(({ name, unit }) => `${name}${unit}`)).toEqual([
            "木料",
            "密度kg",
            "用途說明",
            "每片售價",
          ]);
      }
    }
  });

  it("has both rows that name them, and the unit that is told above", () => {
    const head =
      "單位：元\n\n| 場地 | 平日 | | 假日 | |\n|---|---|---|---|---|\n| | 半天 | 整天 | 半天 | 整天 |";
    const body = rows(60).map(([name = ""], at) =>
      inPipes([`${name}製作的會議桌教室`, "900", "1700", "1200", `${at}00`]),
    );
    const pieces = readAll(`${head}\n${body.join("\n")}`);
    expect(pieces.length).toBeGreaterThan(2);
    for (const { tables } of pieces)
      expect(tables[0]?.columns?.slice(1)).toEqual(
        ["平日 半天", "平日 整天", "假日 半天", "假日 整天"].map((name) => ({ name, unit: "元" })),
      );
  });

  it("is never cut within a thing that goes on, nor between its names and its first row", () => {
    const groups = rows(30).flatMap(([name = "", , use = "", price = ""]) => [
      inPipes([name, "薄板", use, price]),
      inPipes(["", "厚板", use, price]),
      inPipes(["", "集成板", use, price]),
    ]);
    const text = `${"先講一些別的事情。".repeat(60)}\n${inPipes(["木料", "款式", "用途", "價格"])}\n|---|---|---|---|\n${groups.join("\n")}`;
    for (const { tables } of readAll(text))
      for (const { rows: read, heads, isLed } of tables) {
        expect(read.length).toBeGreaterThan(0);
        expect(heads.length > 0).toBe(!isLed);
        expect(read[0]?.cells[1]?.text).toBe("薄板");
        expect(read.length % 3).toBe(0);
      }
  });

  it("is one though blank lines stand between its rows", () => {
    const text = [names, ...rows(50)].map(inPipes).join("\n\n");
    const pieces = readAll(text);
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.slice(1).map(({ headings }) => headings)).toEqual(
      pieces.slice(1).map(() => [inPipes(names)]),
    );
  });

  it("keeps a row whole that has sentences in it", () => {
    const body = rows(40).map(([name = "", weight = "", use = "", price = ""]) =>
      inPipes([name, weight, `${use}。也可以訂做。請先來電。`, price]),
    );
    for (const { tables } of readAll([inPipes(names), ...body].join("\n")))
      for (const { rows: read } of tables) for (const { cells } of read) expect(cells.length).toBe(4);
  });

  it("leaves what is told before and after it without its names", () => {
    const after = Array.from(
      { length: 40 },
      (_, at) => `第 ${at} 點，木料請存放在陰涼通風的地方並避免日曬。`,
    );
    const text = `${[names, ...rows(40)].map(inPipes).join("\n")}\n\n${after.join("\n")}`;
    const pieces = splitPassages(text).filter(({ start }) => start > text.indexOf("第 5 點"));
    expect(pieces.length).toBeGreaterThan(0);
    expect(pieces.flatMap(({ headings }) => headings)).toEqual([]);
  });
});
