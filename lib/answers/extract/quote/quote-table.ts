import type { Span } from "@/lib/language/passage";
import { widthOf } from "@/lib/language/split-sentences";
import type { Row, Table } from "@/lib/language/tables/table";
import type { Candidate, FoundPassage } from "../extract-candidates";
import { countedForm } from "../extract-expected";
import { askedCells } from "../layout/asked-cells";
import { tableAround, tablesOf } from "../layout/tables-of";
import type { Quote } from "./quote";
import { bubbleWidth } from "./widths";

/**
 * What of a table is asked for, where a candidate stands in one; null for other candidates. The rows that the question
 * names, of them the cells whose columns it names as well; else the row that stands out by what it holds; else the
 * column, or all of it.
 */
export function quoteTable(
  question: string,
  found: FoundPassage,
  candidate: Candidate,
  candidates: readonly Candidate[],
  termWeights: ReadonlyMap<number, number>,
): Quote[] | null {
  const table = tableAround(found, candidate)?.table ?? tableBelow(found, candidate);
  if (!table) return null;
  const { passage } = candidate;
  if (table.rows.length === 0) return [{ passage, start: table.start, end: table.end }];
  const named = askedCells(table, termWeights);
  const rows = named.rows.length > 0 ? named.rows : standingOut(table, candidate, candidates);
  const columns = asksCell(question) ? withMeasured(question, table, rows, named.columns) : null;
  const asked = columns ? { columns } : {};
  if (rows.length === 0 || rows.length > mostNamed)
    return [{ passage, start: table.start, end: lastRowEnd(found.text, table, columns), ...asked }];
  return runsOf(table, rows).map((span) => ({ passage, ...span, ...asked, isAll: true }));
}

/** Of columns of which none says how much or how long, where that is asked, those that do: 「學費」 for 「水彩課多少錢」. */
function withMeasured(
  question: string,
  table: Table,
  rows: readonly Row[],
  columns: number[] | null,
): number[] | null {
  const form = columns && countedForm(question);
  if (!form) return columns;
  const says = (column: number) =>
    rows.some(({ cells }) =>
      form.test(`${cells[column]?.text ?? ""} ${table.columns?.[column]?.unit ?? ""}`),
    );
  if (columns.some(says)) return columns;
  const measured = (table.columns ?? [])
    .map((_, column) => column)
    .filter((column) => column > 0 && says(column));
  return measured.length > 0 ? measured : columns;
}

/** The table that a line leads into. */
function tableBelow(found: FoundPassage, { start, end }: Span): Table | null {
  if (/[。．.！!？?；;，,、]$/u.test(found.text.slice(start, end))) return null;
  return (
    tablesOf(found).find((table) => table.start >= end && found.text.slice(end, table.start).trim() === "") ??
    null
  );
}

/** Whether what stands in one column is enough: not for 「買 1500 用宅配要運費嗎」, which the column beside it decides. */
function asksCell(question: string): boolean {
  return !/[嗎吗嘛]|\d{2,}|[是會会要能有可]不[是會会要能可]|有沒有|有没有/u.test(question);
}

/** Rows that are said each by itself. */
const mostNamed = 6;
/** Of the best row's worth, what another has that answers as well. */
const equalShare = 0.9;

/** The row of a candidate, where no other row of the table is worth nearly as much. */
function standingOut(table: Table, candidate: Candidate, candidates: readonly Candidate[]): Row[] {
  const row = table.rows.find(({ start }) => start === candidate.start);
  if (!row) return [];
  const hasEqual = candidates.some(
    ({ passage, start, score }) =>
      passage === candidate.passage &&
      start !== row.start &&
      score >= candidate.score * equalShare &&
      table.rows.some((other) => other.start === start),
  );
  return hasEqual ? [] : [row];
}

/** Rows that follow each other are one stretch. */
function runsOf(table: Table, rows: readonly Row[]): Span[] {
  const runs: Span[] = [];
  let last = -2;
  for (const [at, row] of table.rows.entries()) {
    if (!rows.includes(row)) continue;
    const open = runs.at(-1);
    if (open && last === at - 1) open.end = row.end;
    else runs.push({ start: row.start, end: row.end });
    last = at;
  }
  return runs;
}

/** Where the last row ends that fits into a bubble, as far as its columns are said. */
function lastRowEnd(text: string, table: Table, columns: readonly number[] | null): number {
  let end = table.rows[0]?.end ?? table.end;
  let used = 0;
  for (const row of table.rows) {
    const said = columns
      ? [row.subject, ...columns.flatMap((column) => row.cells[column] ?? [])]
          .map((cell) => cell.text)
          .join("：")
      : text.slice(row.start, row.end);
    used += widthOf(said);
    if (used > bubbleWidth) break;
    end = row.end;
  }
  return end;
}
