import type { Span } from "@/lib/language/passage";

type Settlable = Span & { marks: readonly Span[]; passage: Span };

/**
 * Whether the place that isn't kept will say what the kept one says; else it is taken out of its document. A
 * contradiction is replaced where its numbers differ, or where it is a part of a passage: of two whole answers to one
 * question one is enough.
 */
export function isReplaced(kind: string, first: Settlable, second: Settlable): boolean {
  if (kind !== "contradiction") return false;
  const isMarked = first.marks.length > 0 && second.marks.length > 0;
  return isMarked || !(isWhole(first) && isWhole(second));
}

function isWhole({ start, end, passage }: Settlable): boolean {
  return start <= passage.start && end >= passage.end;
}
