import type { Span } from "@/lib/language/passage";

/** A text with other words in place of a span. */
export function replaceSpan(text: string, { start, end }: Span, words: string): string {
  return text.slice(0, start) + words + text.slice(end);
}

/** A text without a span: lines that hold nothing else go whole, and no more than one blank line stays. */
export function removeSpan(text: string, { start, end }: Span): string {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineBreak = text.indexOf("\n", end);
  const lineEnd = lineBreak < 0 ? text.length : lineBreak;
  const isWhole = text.slice(lineStart, start).trim() === "" && text.slice(end, lineEnd).trim() === "";
  if (!isWhole) return text.slice(0, start) + text.slice(end).replace(/^[ \t]+/u, "");
  const before = text.slice(0, lineStart).trimEnd();
  const after = text.slice(lineEnd);
  const isApart = /\n[ \t]*\n/u.test(text.slice(before.length, start)) || /^\s*\n[ \t]*\n/u.test(after);
  const rest = after.trim() === "" ? "" : after.replace(/^\s*\n/u, "");
  if (before === "") return rest;
  return rest === "" ? `${before}\n` : `${before}${isApart ? "\n\n" : "\n"}${rest}`;
}
