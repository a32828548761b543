import type { Span } from "@/lib/language/passage";

/** `text.slice(start, end)` of the passage at index `passage` of the input, shown as it stands. */
export type Quote = Span & {
  passage: number;
  /** The part of it that answers best; null where that is all of it, left out where nobody looked. */
  best?: Span | null;
  /** Of rows of a table, those columns alone are said beside what the rows are of. */
  columns?: readonly number[];
  /** What follows is not what was asked for: rows that the question names, of a table that goes on. */
  isAll?: true;
};
