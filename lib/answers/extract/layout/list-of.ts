import { isListItem, isTableRow } from "@/lib/language/line-kind";
import type { Passage, Span } from "@/lib/language/passage";
import { linesOf } from "./lines-of";

type Run = Span & { lines: number };

/**
 * The longest run of list items or table rows of a passage, two at least; null without one. No pair of question
 * and answer has one.
 */
export function listOf(text: string, passage: Passage): Span | null {
  if (passage.answer) return null;
  const runs: Run[] = [];
  let open: Run | undefined;
  for (const { start, end } of linesOf(text, passage.start, passage.end)) {
    const line = text.slice(start, Math.min(end, start + nearEnough));
    if (!isListItem(line) && !isTableRow(text.slice(start, end))) open = undefined;
    else if (!open) {
      open = { start, end, lines: 1 };
      runs.push(open);
    } else if (end - open.start <= most) Object.assign(open, { end, lines: open.lines + 1 });
  }
  return runs.filter(({ lines }) => lines > 1).sort((a, b) => b.lines - a.lines)[0] ?? null;
}

/** UTF-16 units: what fills a bubble. */
const most = 600;
/** UTF-16 units: more than any indent and bullet. */
const nearEnough = 400;
