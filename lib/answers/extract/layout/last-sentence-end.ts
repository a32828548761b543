import { splitSentences, widthOf } from "@/lib/language/split-sentences";

/** Where the last whole sentence ends that keeps the stretch within `width` columns; at least one is taken. */
export function lastSentenceEnd(text: string, start: number, end: number, width: number): number {
  let last = start;
  let used = 0;
  for (const sentence of splitSentences(text, start, end)) {
    used += widthOf(text.slice(last, sentence.end));
    if (used > width && last > start) break;
    last = sentence.end;
  }
  return last;
}
