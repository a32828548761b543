import type { Span } from "@/lib/language/passage";

/** A place of a finding as the database has it: where it stands in its version's text, and what differs in it. */
export type StoredPlace = Span & { ordinal: number; marks: Span[] };

/** Throws where it isn't one. */
export function readPlace([ordinal, start, end, ...marks]: readonly number[]): StoredPlace {
  if (ordinal === undefined || start === undefined || end === undefined)
    throw new Error("a finding without its place");
  const spans: Span[] = [];
  for (let at = 0; at + 1 < marks.length; at += 2)
    spans.push({ start: marks[at] ?? 0, end: marks[at + 1] ?? 0 });
  return { ordinal, start, end, marks: spans };
}
