import { z } from "zod";

/** Where a page begins in a document's text, as a UTF-16 offset, and its number; a document has them in order. */
export type PageMark = [at: number, page: number];

const pageMarks = z.array(z.tuple([z.number(), z.number()])).catch([]);

/** The marks as the database has them; none where they are anything else. */
export function readPageMarks(stored: unknown): PageMark[] {
  return pageMarks.parse(stored);
}

/** The page that a place of the text stands on; undefined where no page is known there. */
export function pageAt(marks: readonly PageMark[], at: number): number | undefined {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.[0] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return marks[low - 1]?.[1];
}
