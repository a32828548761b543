import type { Span } from "@/lib/language/passage";
import { splitSentences, widthOf } from "@/lib/language/split-sentences";

/** A stretch that is not cut; `lead` is what a later piece of the same list or table must be read with. */
export type Block = Span & { width: number; lead?: string };

/** Widths in columns (a CJK character is two): what a passage aims at, and what it may have. */
export const TARGET_WIDTH = 900;
export const MAX_WIDTH = 1400;

/** The sentences of a line, those that are wider than a passage may be in pieces. */
export function cutLine(text: string, line: Span): Block[] {
  return splitSentences(text, line.start, line.end).flatMap(({ start, end }) => {
    const pieces: Block[] = [];
    let from = start;
    while (from < end) {
      const to = isWide(text, from, end) ? clauseBorder(text, from, end) : end;
      pieces.push({ start: from, end: to, width: widthOf(text.slice(from, to)) });
      from = to;
    }
    return pieces;
  });
}

/** Whether a stretch is wider than a passage may be; no more of it is read than that takes. */
function isWide(text: string, start: number, end: number): boolean {
  return end - start > MAX_WIDTH || widthOf(text.slice(start, end)) > MAX_WIDTH;
}

/** Where to cut a sentence that is longer than a passage may be. */
function clauseBorder(text: string, start: number, end: number): number {
  const half = TARGET_WIDTH / 2;
  let fallback = Math.min(end, start + half);
  for (let at = start + half / 2; at < fallback; at++) {
    if (/[，,、；;\s]/u.test(text.charAt(at)) && at > start) fallback = Math.max(at + 1, start + 1);
  }
  const low = text.charCodeAt(fallback);
  return low >= 0xdc00 && low <= 0xdfff ? fallback + 1 : fallback;
}
