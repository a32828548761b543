import type { FoundPassage } from "@/lib/answers/extract/extract-candidates";
import type { PromptPassage } from "@/lib/answers/extract/keep-per-passage";
import { heldBy } from "@/lib/answers/telling/read-telling";
import { namedIn } from "@/lib/knowledge/query/find-context";
import type { SearchTerm } from "@/lib/knowledge/query/parse-query";
import { fold } from "@/lib/language/words/fold";
import { isCjkBigram, termKind } from "@/lib/language/words/tokens";
import { hasNamed } from "../extract/lacks-named";

/**
 * Tells whether a passage has what a question names itself, whatever it was searched with beside: a third of its
 * words by their rarity, or another word for one of them. A question that names nothing is held by all.
 */
export function holdsNamed(
  question: string,
  terms: readonly SearchTerm[],
): (passage: FoundPassage & PromptPassage) => boolean {
  const own = terms.filter(
    ({ term, weight, isAside, isBeside }) =>
      weight >= telling && !isAside && !isBeside && (isCjkBigram(term) || termKind(term) === "word"),
  );
  const mass = own.reduce((sum, { weight, idf }) => sum + weight * idf, 0);
  const named = namedIn(fold(question));
  return (passage) => {
    if (mass === 0) return true;
    const held = heldBy(passage);
    const share = own.reduce((sum, { term, weight, idf }) => sum + (held.has(term) ? weight * idf : 0), 0);
    return share >= mass * enough || named.some((word) => hasNamed(passage, word));
  };
}

/** Of a word's weight: less only joins words. */
const telling = 0.5;
const enough = 1 / 3;
