import { findUnit } from "./name-columns";
import { readHtmlTables } from "./read-html-tables";
import { recordsAt } from "./read-records";
import { runAt, type Tries } from "./read-tables";
import { type Cell, splitRow } from "./split-row";
import { type Line, spanOf, type Table } from "./table";
import { toTable } from "./to-table";

/** A table among lines, by their indexes. */
export type FoundTable = {
  from: number;
  /** Of the first row that names no columns. */
  body: number;
  /** Behind the last row. */
  end: number;
  /** Whether a line goes on with what the one above is of. */
  goesOn: (line: Line) => boolean;
  /**
   * What its later rows must be read with: a line that tells their unit, and the rows that name the columns, in pipes
   * whatever the table is written in; "" where none does.
   */
  lead: string;
};

/** The tables among lines, in order. Takes time linear in the length of the lines. */
export function* findTables(text: string, lines: readonly Line[]): Generator<void, FoundTable[], void> {
  const tables: FoundTable[] = [];
  let readTo = 0;
  const tries: Tries = {};
  const html = placeHtml(text, lines);
  for (let at = 0; at < lines.length; ) {
    if (at === html[0]?.from) {
      tables.push(...html.splice(0, 1));
      at = tables.at(-1)?.end ?? at + 1;
      continue;
    }
    const run = yield* runAt(lines, at, undefined, tries);
    if (run || at % linesAStep === 0) yield;
    const records = !run && at >= readTo ? yield* recordsAt(text, lines, at) : null;
    if (records) {
      readTo = records.end;
      if (records.tables.length > 0) {
        tables.push(...placeRecords(text, lines, at, records));
        at = records.end;
        continue;
      }
    }
    const read = run ? lines.slice(at, Math.min(run.end, at + mostRead)).filter(isFilled) : [];
    const table = run && toTable(text, read, run.form, { lead: "", around: [] });
    if (run && table) {
      const { form, end } = run;
      const first = table.rows[0]?.start ?? text.length;
      let body = at;
      while (body < end && (lines[body]?.end ?? first) <= first) body++;
      const above = lineAbove(text, lines[at]?.start ?? 0);
      const unit = findUnit(above) === "" ? [] : [above];
      tables.push({
        ...{ from: at, body, end },
        goesOn: (line) => splitRow(text, line, form)[0]?.text === "",
        lead: table.heads.length > 0 ? [...unit, ...table.heads.map(inPipes)].join("\n") : "",
      });
    }
    at = run?.end ?? at + 1;
  }
  return tables;
}

const linesAStep = 500;
/** Rows that tell which of them name the columns. */
const mostRead = 60;
/** UTF-16 units. */
const longestCaption = 60;

/** Tables of HTML, of which a line may be less than a row. */
function placeHtml(text: string, lines: readonly Line[]): FoundTable[] {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return [];
  let next = 0;
  return readHtmlTables(text, { start: first.start, end: last.end }).map(({ start, end, rows, heads }) => {
    while (next < lines.length && (lines[next]?.end ?? 0) <= start) next++;
    const from = next;
    while (next < lines.length && (lines[next]?.start ?? 0) < end) next++;
    const firstRow = rows[0]?.start ?? start;
    let body = from;
    while (body < next && (lines[body]?.end ?? firstRow) <= firstRow) body++;
    const begins = new Set(rows.map((row) => row.start));
    return {
      ...{ from, body, end: next, lead: heads.map(inPipes).join("\n") },
      goesOn: (line) => !begins.has(spanOf(text, line).start),
    };
  });
}

/** A thing with its labels stays together. */
function placeRecords(
  text: string,
  lines: readonly Line[],
  at: number,
  { tables, end }: { tables: readonly Table[]; end: number },
): FoundTable[] {
  let next = at;
  return tables.map((table) => {
    while (next < end && (lines[next]?.end ?? 0) <= table.start) next++;
    const from = next;
    while (next < end && (lines[next]?.start ?? 0) < table.end) next++;
    const begins = new Set(table.rows.map(({ start }) => start));
    return {
      ...{ from, body: from, end: next, lead: "" },
      goesOn: (line) => !begins.has(spanOf(text, line).start),
    };
  });
}

/** "" where it is too long to be a caption. */
function lineAbove(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - longestCaption), start).trimEnd();
  const from = before.lastIndexOf("\n") + 1;
  return from > 0 || start <= longestCaption ? before.slice(from).trim() : "";
}

function isFilled({ text }: Line): boolean {
  return text.trim() !== "";
}

/** An escaped pipe stays one, and another becomes one. */
function inPipes(cells: readonly Cell[]): string {
  return `| ${cells.map(({ text }) => text.replace(/\\?[|｜]/gu, "\\|")).join(" | ")} |`;
}
