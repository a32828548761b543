import { escapeText } from "../escape-text";
import type { ReadingNote } from "../reading";
import { writeTable } from "../write-table";
import {
  answerHead,
  type ColumnMapping,
  guessColumns,
  questionHead,
  type SheetColumns,
} from "./sheet-columns";
import { roleIn, writeMappedPairs } from "./write-pairs";

/** A cell's text, its lines kept. */
export type Rows = readonly (readonly string[])[];

/** Cells that are one, from 0; the value stands in the first. */
export type Merge = { startRow: number; endRow: number; startCol: number; endCol: number };

const deepestHead = 3;

export type WrittenSheet = { text: string; notes: ReadingNote[]; columns?: SheetColumns };

/**
 * A sheet as Markdown. Empty rows part it into tables; a row with one cell above a table is its title, heads of several
 * rows become one, what is merged stands in every row and column that it spans, and a table with a question and an
 * answer in each row becomes pairs. With a mapping its tables become pairs by that; an empty one leaves them tables.
 * `columns`: those of its first table, with what they hold or may hold.
 */
export function writeSheet(rows: Rows, merges: readonly Merge[] = [], mapping?: ColumnMapping): WrittenSheet {
  const { filled, headMerges } = fillMerges(rows, merges);
  const sheet: WrittenSheet = { text: "", notes: [] };
  const head = mapping ? filled.findIndex((row) => isHeadOf(row, mapping)) : -1;
  if (mapping && head >= 0) return writeMapped(filled, head, mapping);
  const found = (columns: SheetColumns) => {
    sheet.columns ??= columns.some(({ role }) => role === "question" || role === "answer")
      ? columns
      : undefined;
  };
  sheet.text = splitTables(filled)
    .map(({ from, rows: part, numbers }, at, all) =>
      writePart(
        part,
        at === 0 && all.length > 1,
        headMerges
          .filter((merge) => merge.startRow >= from)
          .map((merge) => ({ ...merge, startRow: merge.startRow - from, endRow: merge.endRow - from })),
        { mapping, numbers, notes: sheet.notes, found },
      ),
    )
    .filter(Boolean)
    .join("\n\n");
  return sheet;
}

/** Whether it names the question and the answer of a mapping. */
function isHeadOf(row: readonly string[], mapping: ColumnMapping): boolean {
  const roles = row.map((name) => roleIn(mapping, name));
  return roles.includes("question") && roles.includes("answer");
}

/** All below such a row are pairs, empty rows or not; what stands above it is text. */
function writeMapped(rows: readonly string[][], at: number, mapping: ColumnMapping): WrittenSheet {
  const head = rows[at] ?? [];
  const body = rows
    .map((cells, index) => ({ cells, number: index + 1 }))
    .slice(at + 1)
    .filter(({ cells }) => countCells(cells) > 0);
  const { text, notes } = writeMappedPairs(head, body, mapping) ?? { text: "", notes: [] };
  const above = rows.slice(0, at).map((row) => escapeText(row.filter(Boolean).join(" ").trim()));
  const columns = guessColumns(
    head,
    body.map(({ cells }) => cells),
  );
  return { text: [...above, text].filter(Boolean).join("\n\n"), notes, columns };
}

/** What is known of a table beside its cells, and who wants to know what. */
type Ways = {
  mapping: ColumnMapping | undefined;
  /** Of each row, where it stands in the sheet, from 1. */
  numbers: readonly number[];
  notes: ReadingNote[];
  found: (columns: SheetColumns) => void;
};

function fillMerges(rows: Rows, merges: readonly Merge[]): { filled: string[][]; headMerges: Merge[] } {
  const filled = rows.map((row) => [...row]);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  for (const { startRow, endRow, startCol, endCol } of merges) {
    const value = rows[startRow]?.[startCol] ?? "";
    const usedColumns = new Set(
      rows.slice(startRow, startRow + 1).flatMap((row) => row.flatMap((cell, at) => (cell ? [at] : []))),
    );
    // A title over the whole table.
    if (!value || (usedColumns.size === 1 && endCol - startCol + 1 >= width / 2 && endRow === startRow))
      continue;
    for (let row = startRow; row <= Math.min(endRow, filled.length - 1); row++) {
      for (let column = startCol; column <= Math.min(endCol, width - 1); column++) {
        const cells = filled[row];
        if (!cells) continue;
        while (cells.length < column) cells.push("");
        cells[column] = value;
      }
    }
  }
  return { filled, headMerges: [...merges] };
}

/**
 * What stands below an empty row is another table when it has a title or other columns; else the row only
 * sets lines apart.
 */
function splitTables(rows: readonly string[][]): { from: number; rows: string[][]; numbers: number[] }[] {
  const tables: { from: number; rows: string[][]; numbers: number[] }[] = [];
  let isApart = true;
  for (const [index, row] of rows.entries()) {
    if (countCells(row) === 0) {
      isApart = true;
      continue;
    }
    const table = tables.at(-1);
    if (!table || (isApart && beginsAnew(table.rows, row)))
      tables.push({ from: index, rows: [row], numbers: [index + 1] });
    else {
      table.rows.push(row);
      table.numbers.push(index + 1);
    }
    isApart = false;
  }
  return tables;
}

function beginsAnew(above: Rows, row: readonly string[]): boolean {
  const before = above.find((line) => countCells(line) > 1);
  if (!before || countCells(row) === 1) return true;
  const isSame = row.every((cell, at) => cell.trim() === (before[at] ?? "").trim());
  return isSame || row.some((cell, at) => cell.trim() !== "" && (before[at] ?? "").trim() === "");
}

/** @param isLead whether it is the first of several: one line alone is the title of all. */
function writePart(
  rows: readonly string[][],
  isLead: boolean,
  merges: readonly Merge[],
  { mapping, numbers, notes, found }: Ways,
): string {
  const lines: string[] = [];
  let from = 0;
  while (from < rows.length && countCells(rows[from]) === 1) {
    lines.push(escapeText((rows[from] ?? []).join("").trim()));
    from++;
  }
  const table = dropEmptyColumns(rows.slice(from));
  const isTitle = table.rows.length > 0 || (isLead && lines.length === 1);
  const title = lines.map((line, at) =>
    isTitle && at === 0 && line.length <= 80 ? `## ${line.replace(/\s+/gu, " ")}` : line,
  );
  if (table.rows.length === 0) return title.join("\n\n");
  const depth = headDepth(table.rows, merges, from, table.columns);
  const head = joinHead(table.rows.slice(0, depth));
  const body = table.rows.slice(depth);
  if (head.length > 1 && body.length > 0) found(guessColumns(head, body));
  const numbered = body.map((cells, at) => ({ cells, number: numbers[from + depth + at] ?? 0 }));
  const mapped = mapping && writeMappedPairs(head, numbered, mapping);
  if (mapped) notes.push(...mapped.notes);
  const pairs = mapping ? mapped?.text : writePairs(head, body);
  return [...title, pairs ?? writeTable([head, ...body].map((row) => row.map(escapeText)))].join("\n\n");
}

function countCells(row: readonly string[] | undefined): number {
  return row?.filter((cell) => cell.trim() !== "").length ?? 0;
}

function dropEmptyColumns(rows: readonly string[][]): { rows: string[][]; columns: number[] } {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const used = Array.from({ length: width }, () => false);
  for (const row of rows) for (const [at, cell] of row.entries()) if (cell.trim() !== "") used[at] = true;
  const columns = [...used.keys()].filter((at) => used[at]);
  return { rows: rows.map((row) => columns.map((at) => row[at] ?? "")), columns };
}

/**
 * Rows of the head: as many as what is merged in the first one spans, and one below where something is
 * merged across columns.
 */
function headDepth(rows: Rows, merges: readonly Merge[], from: number, columns: readonly number[]): number {
  const inHead = merges.filter(({ startRow, startCol }) => startRow === from && columns.includes(startCol));
  const down = Math.max(1, ...inHead.map(({ endRow }) => endRow - from + 1));
  const isAcross = inHead.some(({ startCol, endCol }) => endCol > startCol);
  return Math.min(deepestHead, rows.length - 1 || 1, isAcross ? Math.max(2, down) : down);
}

function joinHead(rows: Rows): string[] {
  const [first = []] = rows;
  return first.map((_, column) => {
    const names = rows.map((row) => (row[column] ?? "").trim()).filter(Boolean);
    return names.filter((name, at) => name !== names[at - 1]).join(" ");
  });
}

/** Null where the head names no question and answer. Other columns follow the answer, each with its name. */
function writePairs(head: readonly string[], rows: Rows): string | null {
  const question = head.findIndex((name) => questionHead.test(name.trim()));
  const answer = head.findIndex((name) => answerHead.test(name.trim()));
  if (question < 0 || answer < 0) return null;
  return rows
    .map((row) => {
      const others = head.flatMap((name, at) => {
        const value = row[at]?.trim();
        return at !== question && at !== answer && value ? [`${name}：${escapeText(value)}`] : [];
      });
      const asked = (row[question] ?? "").replace(/\s+/gu, " ").trim();
      const told = escapeText((row[answer] ?? "").trim().replace(/\n{2,}/g, "\n"));
      return [`Q：${escapeText(asked)}`, `A：${told}`, ...others].join("\n");
    })
    .join("\n\n");
}
