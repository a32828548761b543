import { isTableRow } from "@/lib/language/line-kind";
import type { Span } from "@/lib/language/passage";

/** A line of HTML that was pasted as it is written, as the paragraphs, items, rows and headings that it says. */
export function htmlLines(text: string, { start, end }: Span): Span[] {
  const line = text.slice(start, end);
  if (isTableRow(line)) return [{ start, end }];
  const lines: Span[] = [];
  let from = start;
  for (const { 0: mark, index } of line.matchAll(border)) {
    const to = start + index + mark.length;
    if (to <= from) continue;
    lines.push({ start: from, end: to });
    from = to;
  }
  return from < end || lines.length === 0 ? [...lines, { start: from, end }] : lines;
}

const border =
  /<\/(?:p|div|li|ul|ol|tr|table|h[1-6]|section|article|header|footer|dt|dd|blockquote)\s{0,9}>|<br\s{0,9}\/?>|(?=<h[1-6][\s>])/giu;

/** Whether nothing of a line is seen: blanks, and tags of HTML that are not of a table. */
export function isUnseen(line: string): boolean {
  return line.trim() === "" || (line.length <= longest && tags.test(line));
}

/** UTF-16 units. */
const longest = 1_000;
const tags = /^\s*(?:<\/?(?!(?:table|tr|td|th|thead|tbody)\b)[a-z][^<>]{0,200}>\s*)+$/iu;
