import type { Segment } from "./read-segments";

export type PageLines = { height: number; segments: Segment[] };

/** Of a page's height: what stands outside is the margin, where running heads and feet are. */
const margin = 0.085;
/** Page numbers stand further in at times, with nothing outside of them. */
const numberMargin = 0.2;

/**
 * Leaves out heads and feet: lines in the margin that come again on other pages, whatever their numbers,
 * and pages' numbers.
 */
export function dropRunningHeads<T extends PageLines>(pages: readonly T[]): T[] {
  const heads = findHeads(pages);
  const numbers = findNumbers(pages);
  return pages.map((page) => {
    const running = new Set(marginLines(page).filter((line) => heads.has(keyOf(line))));
    const kept = page.segments.filter((segment) => !running.has(segment) && !numbers.has(segment));
    return { ...page, segments: kept.length > 0 ? kept : page.segments };
  });
}

function findHeads(pages: readonly PageLines[]): Set<string> {
  const seen = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(marginLines(page).map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const withText = pages.filter(({ segments }) => segments.length > 0).length;
  const needed = Math.max(2, Math.min(withText, 3));
  return new Set([...seen].filter(([, count]) => count >= needed).map(([key]) => key));
}

function marginLines({ height, segments }: PageLines): Segment[] {
  return segments.filter((segment) => isOutside(segment, height, margin));
}

function isOutside({ top, bottom }: Segment, height: number, share: number): boolean {
  const middle = (top + bottom) / 2;
  return middle < height * share || middle > height * (1 - share);
}

function keyOf({ text }: Segment): string {
  return text.slice(0, 200).replace(/\p{N}+/gu, "#");
}

/** The highest or lowest lines of pages whose number counts with the pages: twice at least. */
function findNumbers(pages: readonly PageLines[]): Set<Segment> {
  const byOffset = new Map<number, Segment[]>();
  for (const [index, { height, segments }] of pages.entries()) {
    for (const line of new Set([highest(segments, 1), highest(segments, -1)])) {
      if (!line || !isOutside(line, height, numberMargin)) continue;
      const number = pageNumber(line.text.trim());
      if (number === null) continue;
      byOffset.set(number - index, [...(byOffset.get(number - index) ?? []), line]);
    }
  }
  return new Set([...byOffset.values()].filter((lines) => lines.length > 1).flat());
}

function highest(segments: readonly Segment[], sign: 1 | -1): Segment | undefined {
  let found: Segment | undefined;
  for (const segment of segments) if (!found || (segment.top - found.top) * sign > 0) found = segment;
  return found;
}

const pageForm =
  /^(?:page|p\.|頁|第)?\s{0,3}[-–—]?\s{0,3}(\d{1,4})\s{0,3}[-–—]?\s{0,3}頁?(?:\s{0,3}(?:\/|of|／|，?共)\s{0,3}\d{1,4}\s{0,3}頁?)?$/iu;

function pageNumber(text: string): number | null {
  const digits = text.length <= 40 ? pageForm.exec(text)?.[1] : undefined;
  return digits ? Number(digits) : null;
}
