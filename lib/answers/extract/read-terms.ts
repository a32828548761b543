import { forEachTerm } from "@/lib/language/words/tokens";

/** Which of the question's terms stand in a folded text. */
export function readTerms(folded: string, termWeights: ReadonlyMap<number, number>): Set<number> {
  const terms = new Set<number>();
  forEachTerm(folded, (term) => {
    if (termWeights.has(term)) terms.add(term);
  });
  return terms;
}
