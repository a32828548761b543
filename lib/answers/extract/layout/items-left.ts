import { isListItem, isTableRow } from "@/lib/language/line-kind";
import { linesOf } from "./lines-of";

/**
 * How many items or rows of a list go on right behind `end`, of a stretch that shows several of them from `start` on; 0
 * where it shows one, and where it ends with something else.
 */
export function itemsLeft(text: string, { start, end }: { start: number; end: number }): number {
  const shown = linesOf(text, start, end).slice(-leastShown);
  const isPart = (line: { start: number; end: number }) => {
    const read = text.slice(line.start, Math.min(line.end, line.start + longestLine));
    return isListItem(read) || isTableRow(read);
  };
  if (shown.length < leastShown || !shown.every(isPart)) return 0;
  const lines = linesOf(text, end, Math.min(text.length, end + mostRead));
  const over = lines.findIndex((line) => !isPart(line));
  return over < 0 ? lines.length : over;
}

const leastShown = 2;
/** UTF-16 units. */
const longestLine = 400;
const mostRead = 20_000;
