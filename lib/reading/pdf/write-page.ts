import { listMarker } from "@/lib/language/line-kind";
import { writeTable } from "../write-table";
import { addLine } from "./add-line";
import { type Block, findBlocks } from "./find-blocks";
import { columnOf, findColumns } from "./find-columns";
import { findRows, type Row } from "./find-rows";
import { joinLines } from "./join-lines";
import type { Segment } from "./read-segments";

/** Ems that are text: what is written most, and the sizes of headings, the largest first. */
export type FontSizes = { body: number; headings: number[] };

/** Counts the sizes in which a document's characters are written. */
export function findFontSizes(pages: readonly { segments: readonly Segment[] }[]): FontSizes {
  const counts = new Map<number, number>();
  for (const { em, text } of pages.flatMap(({ segments }) => segments))
    counts.set(roundEm(em), (counts.get(roundEm(em)) ?? 0) + text.length);
  const [body = [1]] = [...counts].sort((a, b) => b[1] - a[1]);
  const larger = [...counts.keys()].filter((em) => em >= body[0] * 1.15).sort((a, b) => b - a);
  return { body: body[0], headings: larger };
}

const roundEm = (em: number) => Math.round(em * 2) / 2;
const deepestHeading = 4;
const longestHeading = 80;

/** A page as Markdown: headings by the size of their letters, paragraphs with their lines joined, lists and tables. */
export function writePage(segments: readonly Segment[], sizes: FontSizes): string {
  const rows = findRows(findBlocks(segments));
  const pageRight = segments.reduce((most, { right }) => Math.max(most, right), 0);
  const parts: string[][] = [];
  let at = 0;
  while (at < rows.length) {
    let end = at;
    while (end < rows.length && isTableRow(rows, end, at)) end++;
    const table = rows.slice(at, end);
    const columns = table.length >= 2 ? findColumns(table) : null;
    if (columns && isProse(table, columns.length)) {
      for (const column of columns.keys())
        for (const row of proseOf(table, column))
          for (const text of writeRow(row, sizes, pageRight)) parts.push([text]);
      at = end;
    } else if (columns) {
      parts.push([writeTable(table.map((row) => cellsOf(row, columns)))]);
      at = end;
    } else {
      const row = rows[at] ?? [];
      const goesOn = at > 0 && isSameParagraph(rows[at - 1] ?? [], row);
      const [first = "", ...rest] = writeRow(row, sizes, pageRight);
      const last = rows[at - 1]?.[0]?.lines.at(-1);
      const part = goesOn ? parts.at(-1) : undefined;
      if (last && part) addLine(part, last, first);
      else parts.push([first]);
      for (const text of rest) parts.push([text]);
      at++;
    }
  }
  return parts
    .map((pieces) => pieces.join(""))
    .filter(Boolean)
    .join("\n\n");
}

/** A row of cells right below the one before it. */
function isTableRow(rows: readonly Row[], at: number, from: number): boolean {
  const row = rows[at];
  if (!row || row.length < 2) return false;
  const above = at > from ? rows[at - 1] : undefined;
  if (!above) return true;
  const em = row[0]?.em ?? 1;
  const gap = Math.min(...above.map(({ bottom }) => bottom)) - Math.max(...row.map(({ top }) => top));
  return gap > -em && gap < 3.5 * em;
}

function cellsOf(row: Row, columns: readonly { left: number; right: number }[]): string[] {
  const cells = columns.map(() => "");
  for (const cell of row) {
    const column = columnOf(columns, cell);
    const text = joinLines(cell.lines, true).join(" ");
    cells[column] = cells[column] ? `${cells[column]} ${text}` : text;
  }
  return cells;
}

/** Whether a text that is at the end of its column goes on at the head of the next one. */
function isSameParagraph(above: Row, row: Row): boolean {
  const [before] = above;
  const [block] = row;
  if (!before || !block || above.length + row.length > 2) return false;
  const last = before.lines.at(-1);
  const [first] = block.lines;
  if (!last || !first || first.bottom < last.top || Math.abs(first.em - last.em) > 0.05 * last.em)
    return false;
  const isFull = last.right > before.right - 2 * last.em && before.right - before.left > 8 * last.em;
  return isFull && !/[。．.！!？?：:；;」』）)]$/u.test(last.text) && !listMarker(first.text);
}

/** Lines of two columns of text that the file writes across: long, and most of them full. */
function isProse(rows: readonly Row[], columns: number): boolean {
  if (columns > 3 || rows.length < 4) return false;
  const cells = rows.flat();
  const isLonger = (ems: number) => (block: Block) =>
    block.lines.length === 1 && block.right - block.left > ems * block.em;
  if (cells.filter(isLonger(14)).length > cells.length * 0.6) return true;
  // Narrower ones are cells, unless most are within a sentence.
  const texts = cells.filter(isLonger(9)).map(({ lines }) => lines[0]?.text.trim() ?? "");
  const parted = texts.filter((text) => /[，。；、]/u.test(text)).length;
  const ended = texts.filter((text) => /[。！？]$/u.test(text)).length;
  return parted > cells.length * 0.7 && ended < cells.length / 2;
}

function proseOf(rows: readonly Row[], column: number): Row[] {
  const lines = rows.flatMap((row) => row[column]?.lines ?? []);
  return findBlocks(lines).map((block) => [block]);
}

function writeRow(row: Row, sizes: FontSizes, pageRight: number): string[] {
  return row.flatMap(({ lines, em }) => {
    const level = sizes.headings.findIndex((size) => Math.abs(size - roundEm(em)) < 0.3) + 1;
    const text = joinLines(lines, level > 0, pageRight);
    if (level > 0 && text.length === 1 && (text[0]?.length ?? 0) <= longestHeading)
      return [`${"#".repeat(Math.min(level, deepestHeading))} ${text[0]}`];
    if (isBoldHeading(lines, text))
      return [`${"#".repeat(Math.min(sizes.headings.length + 1, 6))} ${text[0]}`];
    return [joinItems(text)];
  });
}

function isBoldHeading(lines: readonly Segment[], text: readonly string[]): boolean {
  const [only = ""] = text;
  return (
    text.length === 1 &&
    lines.every(({ isBold }) => isBold) &&
    only.length <= 40 &&
    !/[。．.，,；;：:]$/u.test(only)
  );
}

/** Items of a list stand line below line, paragraphs with a line between. */
function joinItems(paragraphs: readonly string[]): string {
  return paragraphs
    .map((text, index) => {
      if (index === 0) return text;
      const isItem = listMarker(text) && listMarker(paragraphs[index - 1] ?? "");
      return `${isItem ? "\n" : "\n\n"}${text}`;
    })
    .join("");
}
