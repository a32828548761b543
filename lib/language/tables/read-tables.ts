import { findFences } from "@/lib/language/find-fences";
import { isListItem, isTableRow } from "@/lib/language/line-kind";
import type { Span } from "@/lib/language/passage";
import { widthOf } from "@/lib/language/split-sentences";
import { readHtmlTables } from "./read-html-tables";
import { recordsAt } from "./read-records";
import { type RowForm, splitRow } from "./split-row";
import { isRule, type Line, type Table } from "./table";
import { isLead, toTable, widthOfLead } from "./to-table";

/**
 * The tables of `text.slice(start, end)`, in order: of pipes, tabs, blanks that align, commas, HTML, and things with
 * the same labels. `lead`: the rows that name the columns of
 * a table which the stretch goes on with, as findTables gives them, "" without any. Takes time linear in the length of the stretch.
 */
export function readTables(text: string, { start, end }: Span, lead = ""): Table[] {
  const lines = readLines(text, start, end);
  const tables = readHtmlTables(text, { start, end });
  markLines(lines, tables);
  let readTo = 0;
  const tries: Tries = {};
  const ledAt = isLead(lead) ? lines.findIndex(isFilled) : -1;
  for (let at = 0; at < lines.length; ) {
    const isLed = at === ledAt;
    const run = runAt(lines, at, isLed ? widthOfLead(lead) : undefined, tries);
    if (!run) {
      const records = at >= readTo ? recordsAt(text, lines, at) : null;
      tables.push(...(records?.tables ?? []));
      readTo = Math.max(readTo, records?.end ?? 0);
      at = records && records.tables.length > 0 ? records.end : at + 1;
      continue;
    }
    const rows = lines.slice(at, run.end).filter(({ text }) => text.trim() !== "");
    const around = [
      lines.slice(Math.max(0, at - 2), at).findLast(isFilled)?.text ?? "",
      lines.slice(run.end, run.end + 2).find(isFilled)?.text ?? "",
    ].filter((line) => line.length <= longestRow);
    const table = toTable(text, rows, run.form, { lead: isLed ? lead : "", around });
    if (table) tables.push(table);
    at = run.end;
  }
  return tables.sort((a, b) => a.start - b.start);
}

/** No line of HTML is a row of another form. */
function markLines(lines: Line[], tables: readonly Table[]): void {
  let next = 0;
  for (const line of lines) {
    while ((tables[next]?.end ?? line.start) < line.start) next++;
    if ((tables[next]?.start ?? line.end) < line.end) line.isCode = true;
  }
}

function readLines(text: string, start: number, end: number): Line[] {
  const lines: Line[] = [];
  let from = start;
  for (const line of text.slice(start, end).split("\n")) {
    lines.push({ text: line, start: from, end: from + line.length, isCode: false });
    from += line.length + 1;
  }
  const isFenced = findFences(lines.map((line) => line.text));
  return lines.map((line, at) => (isFenced[at] ? { ...line, isCode: true } : line));
}

function isFilled({ text }: Line): boolean {
  return text.trim() !== "";
}

type Run = { form: RowForm; end: number };

/** Of lines that look like rows and are no table: where they end, and how many more of them may be looked at as a table's first row. */
export type Tries = Partial<Record<RowForm, { end: number; left: number }>>;

/** Each looks at all lines behind it, so that they are few. */
const mostTries = 8;

function isTried(tries: Tries, form: RowForm, at: number): boolean {
  const tried = tries[form];
  return tried !== undefined && at < tried.end && tried.left <= 0;
}

function noteTry(tries: Tries, form: RowForm, at: number, end: number): null {
  const tried = tries[form];
  if (tried && at < tried.end) tried.left--;
  else tries[form] = { end, left: mostTries };
  return null;
}

/**
 * The lines from `at` on that are rows of one table; null where none begins. `width`: the columns of a table that goes on here, of which one
 * row is enough. `tries` is one object for all lines of a text.
 */
export function runAt(
  lines: readonly Line[],
  at: number,
  width: number | undefined,
  tries: Tries,
): Run | null {
  return (
    pipesAt(lines, at, tries) ??
    tabsAt(lines, at) ??
    gapsAt(lines, at, width, tries) ??
    commasAt(lines, at, width)
  );
}

function pipesAt(lines: readonly Line[], at: number, tries: Tries): Run | null {
  const isRow = (line: Line) => /[|｜]/u.test(line.text);
  if (!isOf(lines[at], isRow) || isTried(tries, "pipes", at)) return null;
  const end = endOfRun(lines, at, isRow, true);
  const rows = lines.slice(at, end).filter(({ text }) => text.trim() !== "");
  const counts = rows.map(({ text }) => text.split(/[|｜]/u, mostCells).length);
  const isTable =
    rows.some(({ text }) => isRule(text)) ||
    rows.every(({ text }) => isTableRow(text)) ||
    (rows.length >= 3 && counts.every((count) => count === counts[0]));
  return isTable ? { form: "pipes", end } : noteTry(tries, "pipes", at, end);
}

function tabsAt(lines: readonly Line[], at: number): Run | null {
  if (!isOf(lines[at], ({ text }) => isTabbed(text))) return null;
  return {
    form: "tabs",
    end: endOfRun(lines, at, ({ text }) => isTabbed(text) || /^ *\t\s*\S/u.test(text), true),
  };
}

function isTabbed(line: string): boolean {
  return /\S *\t+ *\S/u.test(line);
}

/** Three lines of as many cells, or two of three cells and more: a blank in a line alone tells nothing. */
function gapsAt(lines: readonly Line[], at: number, width: number | undefined, tries: Tries): Run | null {
  const cells = (line: Line) => splitRow(line.text, { start: 0, end: line.text.length }, "gaps");
  const isRow = (line: Line) => isShortRow(line) && cells(line).filter(({ text }) => text !== "").length > 1;
  if (isTried(tries, "gaps", at) || !isOf(lines[at], isRow)) return null;
  const end = endOfRun(lines, at, isRow, false);
  const counts = lines.slice(at, end).map((line) => cells(line).length);
  const most = counts.reduce((most, count) => Math.max(most, count), 0);
  const isFull = counts.filter((count) => count === most).length >= counts.length * fullShare;
  const isTable = counts.length >= 3 || (counts.length === 2 && most >= 3) || most === width;
  return isTable && isFull && counts[0] === most ? { form: "gaps", end } : noteTry(tries, "gaps", at, end);
}

function commasAt(lines: readonly Line[], at: number, led: number | undefined): Run | null {
  const count = (line: Line) => splitRow(line.text, { start: 0, end: line.text.length }, "commas").length;
  const width = lines[at] ? count(lines[at]) : 0;
  const isRow = (line: Line) => line.text.includes(",") && isShortRow(line) && count(line) === width;
  if (width < 3 || !isOf(lines[at], isRow)) return null;
  const end = endOfRun(lines, at, isRow, false);
  return end - at >= 3 || width === led ? { form: "commas", end } : null;
}

/** A line that may be a row by its length and says no sentence. */
function isShortRow({ text }: Line): boolean {
  return (
    text.length <= longestRow &&
    !isListItem(text) &&
    !/[。．！？；!?;.：:]\s*$/u.test(text) &&
    widthOf(text) <= longestRow
  );
}

/** UTF-16 units, and columns. */
const longestRow = 200;
const mostCells = 100;
const fullShare = 0.6;

function isOf(line: Line | undefined, isRow: (line: Line) => boolean): line is Line {
  return line !== undefined && !line.isCode && line.text.trim() !== "" && isRow(line);
}

/** Behind the last row; blank lines may stand between two where `overBlanks`, unless another table begins. */
function endOfRun(
  lines: readonly Line[],
  at: number,
  isRow: (line: Line) => boolean,
  overBlanks: boolean,
): number {
  let end = at + 1;
  for (let next = end; next < lines.length; next++) {
    const line = lines[next];
    if (line?.text.trim() === "" && !line.isCode) {
      if (!overBlanks) break;
      continue;
    }
    if (!isOf(line, isRow)) break;
    if (next > end && isRule(lines[next + 1]?.text ?? "")) break;
    end = next + 1;
  }
  return end;
}
