import { findFences } from "@/lib/knowledge/chunk/find-fences";
import { isTableRow } from "@/lib/language/line-kind";
import type { Passage, Span } from "@/lib/language/passage";
import { linesOf } from "./lines-of";

export type Table = Span & {
  /** The row that names the columns. */
  head: string | null;
  /** The rows below it. */
  rows: Span[];
  /** All its lines, the rule under the names too. */
  lines: readonly Span[];
};

/** The table that the line at `at` belongs to, as far as it stands within the passage; null for other lines. */
export function tableAround(text: string, at: number, passage: Passage): Table | null {
  return tablesOf(text, passage).find(({ start, end }) => start <= at && at < end) ?? null;
}

/** The tables of a passage, in order. */
export function tablesOf(text: string, passage: Passage): Table[] {
  const tables: Table[] = [];
  let open: Span[] = [];
  const close = () => {
    if (open.length > 0) tables.push(toTable(text, open, passage.headings.at(-1) ?? ""));
    open = [];
  };
  const lines = linesOf(text, passage.start, passage.end);
  const isFenced = findFences(lines.map(({ start, end }) => text.slice(start, end)));
  for (const [at, line] of lines.entries()) {
    if (!isFenced[at] && isTableRow(text.slice(line.start, line.end))) open.push(line);
    else close();
  }
  close();
  return tables;
}

function toTable(text: string, lines: readonly Span[], lead: string): Table {
  const rows = lines.filter(({ start, end }) => !isRule(text.slice(start, end)));
  const [names] = rows;
  const isLed = isTableRow(lead);
  const hasNames = !isLed && names !== undefined && rows.length > 1;
  return {
    start: lines[0]?.start ?? 0,
    end: lines.at(-1)?.end ?? 0,
    head: isLed ? lead : hasNames ? text.slice(names.start, names.end) : null,
    rows: hasNames ? rows.slice(1) : rows,
    lines,
  };
}

/** The line under the head of a Markdown table. */
function isRule(line: string): boolean {
  return line.includes("-") && /^[\s|:-]+$/u.test(line);
}
