import type { Span } from "@/lib/language/passage";
import type { FoundPassage } from "../extract-candidates";
import { askedCells } from "../layout/asked-cells";
import { tableAround } from "../layout/tables-of";

/**
 * What of a quote answers best: the sentence it was chosen for, of a row the cell whose column the question names. Null
 * where that is all of it, or stands outside.
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
  sentence: Span,
  termWeights: ReadonlyMap<number, number>,
): Span | null {
  const place = tableAround(found, sentence);
  const [column, ...others] = (place && askedCells(place.table, termWeights).columns) ?? [];
  const cell = column === undefined || others.length > 0 ? undefined : place?.row?.cells[column];
  return cell && cell.text !== "" ? { start: cell.start, end: cell.end } : null;
}
