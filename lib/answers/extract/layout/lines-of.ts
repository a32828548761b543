import type { Span } from "@/lib/language/passage";
import { trimSpan } from "@/lib/language/split-sentences";

/** The lines of `text.slice(start, end)` that are not blank, without the blanks around them. */
export function linesOf(text: string, start: number, end: number): Span[] {
  const lines: Span[] = [];
  let from = start;
  for (const line of text.slice(start, end).split("\n")) {
    const span = trimSpan(text, from, from + line.length);
    if (span) lines.push(span);
    from += line.length + 1;
  }
  return lines;
}
