import { isTableRow } from "@/lib/knowledge/chunk/line-kind";
import type { Passage, Span } from "@/lib/knowledge/chunk/passage";
import { linesOf } from "./lines-of";

export type Table = Span & {
  /** The row that names the columns. */
  head: string | null;
  /** The rows below it. */
  rows: Span[];
};

/** The table that the line at `at` belongs to, as far as it stands within the passage; null for other lines. */
export function tableAround(text: string, at: number, passage: Passage): Table | null {
  const lines = linesOf(text, passage.start, passage.end);
  const isRow = (line: Span | undefined) =>
    line !== undefined && isTableRow(text.slice(line.start, line.end));
  const here = lines.findIndex(({ start, end }) => start <= at && at < end);
  if (!isRow(lines[here])) return null;
  let first = here;
  while (isRow(lines[first - 1])) first--;
  let last = here;
  while (isRow(lines[last + 1])) last++;
  const rows = lines.slice(first, last + 1).filter(({ start, end }) => !isRule(text.slice(start, end)));
  const lead = passage.headings.at(-1) ?? "";
  const [names] = rows;
  const isLed = isTableRow(lead);
  const hasNames = !isLed && names !== undefined && rows.length > 1;
  return {
    start: lines[first]?.start ?? at,
    end: lines[last]?.end ?? at,
    head: isLed ? lead : hasNames ? text.slice(names.start, names.end) : null,
    rows: hasNames ? rows.slice(1) : rows,
  };
}

/** The line under the head of a Markdown table. */
function isRule(line: string): boolean {
  return line.includes("-") && /^[\s|:-]+$/u.test(line);
}
