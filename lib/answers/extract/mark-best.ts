import { isTableRow } from "@/lib/language/line-kind";
import type { Span } from "@/lib/language/passage";
import { coverText } from "./cover-text";
import type { FoundPassage } from "./extract-candidates";
import { cellsOf } from "./layout/cells-of";
import { tableAround } from "./layout/table-around";

/**
 * What of a quote answers best: the sentence it was chosen for, of a row the cell whose column the question names. Null where
 * that is all of it, or stands outside.
 */
export function markBest(
  found: FoundPassage,
  quote: Span,
  sentence: Span,
  termWeights: ReadonlyMap<number, number>,
): Span | null {
  const best = askedCell(found, sentence, termWeights) ?? sentence;
  const isWithin = best.start >= quote.start && best.end <= quote.end;
  return isWithin && best.end - best.start < quote.end - quote.start
    ? { start: best.start, end: best.end }
    : null;
}

function askedCell(
  found: FoundPassage,
  { start, end }: Span,
  termWeights: ReadonlyMap<number, number>,
): Span | null {
  const row = found.text.slice(start, end);
  if (!isTableRow(row)) return null;
  const table = tableAround(found.text, start, { ...found, ...found.answer });
  if (!table?.head) return null;
  const names = cellsOf(table.head, 0).slice(1);
  const shares = names.map(({ text }) => coverText(text, termWeights));
  const most = Math.max(0, ...shares);
  const at = shares.indexOf(most);
  const cell = cellsOf(row, start)[at + 1];
  const isOne = most > 0 && shares.lastIndexOf(most) === at;
  return isOne && cell && cell.text !== "" ? { start: cell.from, end: cell.to } : null;
}
