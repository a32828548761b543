import { findFences } from "@/lib/language/find-fences";
import { isListItem, isTableRow } from "@/lib/language/line-kind";
import type { Span } from "@/lib/language/passage";
import { widthOf } from "@/lib/language/split-sentences";
import { runSteps } from "@/lib/run-steps";
import { readHtmlTables } from "./read-html-tables";
import { recordsAt } from "./read-records";
import { type Cell, type RowForm, splitRow } from "./split-row";
import { isRule, type Line, type Table } from "./table";
import { isLead, namesOfLead, toTable } from "./to-table";

/**
 * The tables of `text.slice(start, end)`, in order: of pipes, tabs, blanks that align, commas, HTML, and things with
 * the same labels. `lead`: the rows that name the columns of a table which the stretch goes on with, as findTables
 * gives them, "" without any. Takes time linear in the length of the stretch.
 */
export function readTables(text: string, { start, end }: Span, lead = ""): Table[] {
  const lines = readLines(text, start, end);
  const names = isLead(lead) ? namesOfLead(lead) : [];
  const tables = readHtmlTables(text, { start, end }, names);
  markLines(lines, tables);
  let readTo = 0;
  const tries: Tries = {};
  const ledAt = names.length > 0 ? lines.findIndex(isFilled) : -1;
  const width = Math.max(0, ...names.map((row) => row.length));
  for (let at = 0; at < lines.length; ) {
    const isLed = at === ledAt;
    const run = runSteps(runAt(lines, at, isLed ? width : undefined, tries));
    if (!run) {
      const records = at >= readTo ? runSteps(recordsAt(text, lines, at)) : null;
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

/**
 * Of lines that look like rows and are no table: where they end, and how many more of them may be looked at as a
 * table's first row.
 */
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
 * The lines from `at` on that are rows of one table; null where none begins. `width`: the columns of a table that goes
 * on here, of which one row is enough. `tries` is one object for all lines of a text. A generator, which yields after a
 * few milliseconds of work.
 */
export function* runAt(
  lines: readonly Line[],
  at: number,
  width: number | undefined,
  tries: Tries,
): Generator<void, Run | null, void> {
  const line = lines[at];
  if (!line || line.isCode || line.text.trim() === "") return null;
  const pipes = hasPipe(line) && !isTried(tries, "pipes", at) ? yield* pipesAt(lines, at, tries) : null;
  if (pipes) return pipes;
  if (isTabbed(line)) return yield* tabsAt(lines, at);
  const gaps = !isTried(tries, "gaps", at) && isGapped(line) ? yield* gapsAt(lines, at, width, tries) : null;
  if (gaps) return gaps;
  return line.text.includes(",") && isShortRow(line) ? yield* commasAt(lines, at, width) : null;
}

function hasPipe({ text }: Line): boolean {
  return /[|｜]/u.test(text);
}

function* pipesAt(lines: readonly Line[], at: number, tries: Tries): Generator<void, Run | null, void> {
  const end = yield* endOfRun(lines, at, hasPipe, true);
  let isRuled = false;
  let isAllRows = true;
  let isEven = true;
  let filled = 0;
  let width = 0;
  for (let next = at; next < end; next++) {
    const { text } = lines[next] ?? { text: "" };
    if (next % linesAStep === 0) yield;
    if (text.trim() === "") continue;
    isRuled ||= isRule(text);
    isAllRows &&= isTableRow(text);
    const count = text.split(/[|｜]/u, mostCells).length;
    if (filled++ === 0) width = count;
    else isEven &&= count === width;
  }
  const isTable = isRuled || isAllRows || (filled >= 3 && isEven);
  return isTable ? { form: "pipes", end } : noteTry(tries, "pipes", at, end);
}

function* tabsAt(lines: readonly Line[], at: number): Generator<void, Run, void> {
  const isRow = (line: Line) => isTabbed(line) || /^ *\t\s*\S/u.test(line.text);
  return { form: "tabs", end: yield* endOfRun(lines, at, isRow, true) };
}

function isTabbed({ text }: Line): boolean {
  return /\S *\t+ *\S/u.test(text);
}

function isGapped(line: Line): boolean {
  return gapCells(line) > 0;
}

/** How many cells a row has that blanks align, 0 for a line that is none; counted once, as a line is tried often. */
function gapCells(line: Line): number {
  line.gapCells ??= countGapCells(line);
  return line.gapCells;
}

function countGapCells(line: Line): number {
  if (!isShortRow(line)) return 0;
  const cells = cellsOf(line, "gaps");
  return cells.filter(({ text }) => text !== "").length > 1 ? cells.length : 0;
}

/** Three lines of as many cells, or two of three cells and more: a blank in a line alone tells nothing. */
function* gapsAt(
  lines: readonly Line[],
  at: number,
  width: number | undefined,
  tries: Tries,
): Generator<void, Run | null, void> {
  const end = yield* endOfRun(lines, at, isGapped, false);
  const counts: number[] = [];
  for (let next = at; next < end; next++) {
    const line = lines[next];
    if (line && counts.push(gapCells(line)) % linesAStep === 0) yield;
  }
  const most = counts.reduce((most, count) => Math.max(most, count), 0);
  const isFull = counts.filter((count) => count === most).length >= counts.length * fullShare;
  const isTable = counts.length >= 3 || (counts.length === 2 && most >= 3) || most === width;
  return isTable && isFull && counts[0] === most ? { form: "gaps", end } : noteTry(tries, "gaps", at, end);
}

function* commasAt(
  lines: readonly Line[],
  at: number,
  led: number | undefined,
): Generator<void, Run | null, void> {
  const count = (line: Line | undefined) => (line ? cellsOf(line, "commas").length : 0);
  const width = count(lines[at]);
  if (width < 3) return null;
  const isRow = (line: Line) => line.text.includes(",") && isShortRow(line) && count(line) === width;
  const end = yield* endOfRun(lines, at, isRow, false);
  return end - at >= 3 || width === led ? { form: "commas", end } : null;
}

function cellsOf({ text }: Line, form: RowForm): Cell[] {
  return splitRow(text, { start: 0, end: text.length }, form);
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
/** Lines that are looked at before other work gets a turn. */
const linesAStep = 200;

function isOf(line: Line | undefined, isRow: (line: Line) => boolean): line is Line {
  return line !== undefined && !line.isCode && line.text.trim() !== "" && isRow(line);
}

/** Behind the last row; blank lines may stand between two where `overBlanks`, unless another table begins. */
function* endOfRun(
  lines: readonly Line[],
  at: number,
  isRow: (line: Line) => boolean,
  overBlanks: boolean,
): Generator<void, number, void> {
  let end = at + 1;
  for (let next = end; next < lines.length; next++) {
    const line = lines[next];
    if (next % linesAStep === 0) yield;
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
