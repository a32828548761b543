import type { Span } from "@/lib/language/passage";
import { coverTerms } from "./cover-text";
import type { FoundPassage } from "./extract-candidates";
import { keepPerPassage } from "./keep-per-passage";
import { type Terms, termsOf } from "./read-sentences";

/** What `coverText` says of a sentence of a passage, as it stands there. */
export function coverSentence(
  found: FoundPassage,
  { start, end }: Span,
  termWeights: ReadonlyMap<number, number>,
): number {
  const known = sentenceTerms(found);
  const key = start * 2 ** 26 + end;
  const terms = known.get(key) ?? termsOf(found.text.slice(start, end));
  known.set(key, terms);
  return coverTerms(terms, termWeights);
}

/** Of each sentence that was looked at, whatever was asked. */
const sentenceTerms = keepPerPassage((_: FoundPassage) => new Map<number, Terms>());
