import { forEachValueTerm } from "@/lib/language/values/for-each-value-term";
import { forEachTerm } from "@/lib/language/words/tokens";

/** Which of the question's terms stand in a folded text. */
export function readTerms(folded: string, termWeights: ReadonlyMap<number, number>): Set<number> {
  const terms = new Set<number>();
  const visit = (term: number) => {
    if (termWeights.has(term)) terms.add(term);
  };
  forEachTerm(folded, visit);
  forEachValueTerm(folded, visit);
  return terms;
}
