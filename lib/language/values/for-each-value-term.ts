import { valueTerm } from "@/lib/language/words/tokens";
import { readValues } from "./read-values";

/**
 * Calls `visit` with a term for each value of a folded text that isn't written in its one form, see {@link readValues}:
 * beside the terms of its words, a text is found by them however a question writes the same.
 */
export function forEachValueTerm(folded: string, visit: (term: number) => void): void {
  for (const { keys, implied, start, end } of readValues(folded)) {
    const written = folded.slice(start, end).replaceAll(",", "");
    for (const key of [...keys, ...implied]) {
      if (!isWrittenIn(written, key)) visit(valueTerm(key));
    }
  }
}

/** Whether the words of what is written hold it as one already: the 2 of 「2kg」, not 15:00, which they split. */
function isWrittenIn(written: string, key: string): boolean {
  if (!/^[a-z\d]+$/.test(key)) return false;
  return written === key || (/^\d+$/.test(key) && written.split(/\D+/).includes(key));
}
