import type { Passage, Span } from "@/lib/knowledge/chunk/passage";
import { splitSentences } from "@/lib/knowledge/chunk/split-sentences";
import { fold } from "@/lib/knowledge/search/fold";
import { forEachTerm } from "@/lib/knowledge/search/tokens";

export type FoundPassage = Passage & {
  /** The stored text of the passage's document. */
  text: string;
  /** As the search gave it. */
  score: number;
};

export type Candidate = Span & {
  /** Index of the passage among those read. */
  passage: number;
  score: number;
};

/**
 * The sentences of the passages, best first. A sentence is worth the weight of the question's terms it
 * holds, each by the square of how rare it is within the passage: what every sentence says does not tell
 * them apart.
 */
export function scoreCandidates(
  passages: readonly FoundPassage[],
  termWeights: ReadonlyMap<number, number>,
  expected: RegExp | null,
): Candidate[] {
  const bestScore = passages[0]?.score || 1;
  return passages
    .flatMap((found, passage) => {
      const { start, end } = found.answer ?? found;
      const sentences = splitSentences(found.text, start, end);
      const coverage = coverSentences(found.text, sentences, termWeights);
      const asked = Math.max(
        0,
        ...(found.questions ?? []).map((span) => coverSpan(found.text, span, termWeights)),
      );
      return sentences.map((span, at) => {
        const neighbour = Math.max(coverage[at - 1] ?? 0, coverage[at + 1] ?? 0);
        let worth = asked + (coverage[at] ?? 0) + NEIGHBOUR_SHARE * neighbour;
        if (at === 0) worth += FIRST_SENTENCE_BONUS;
        if (expected?.test(found.text.slice(span.start, span.end))) worth += EXPECTED_BONUS;
        return { ...span, passage, score: worth * (found.score / bestScore) ** PASSAGE_POWER };
      });
    })
    .sort((a, b) => b.score - a.score);
}

const PASSAGE_POWER = 3;
const NEIGHBOUR_SHARE = 0.2;
const FIRST_SENTENCE_BONUS = 0.02;
const EXPECTED_BONUS = 0.2;

/** For each sentence the share of the question it covers, 0 to 1. */
function coverSentences(
  text: string,
  sentences: readonly Span[],
  termWeights: ReadonlyMap<number, number>,
): number[] {
  const termsOf = sentences.map((span) => readTerms(text, span, termWeights));
  const sentencesWith = new Map<number, number>();
  for (const terms of termsOf) {
    for (const term of terms) sentencesWith.set(term, (sentencesWith.get(term) ?? 0) + 1);
  }
  const mass = sumWeights(termWeights.keys(), termWeights);
  const rarest = Math.log(1 + sentences.length);
  return termsOf.map((terms) => {
    let sum = 0;
    for (const term of terms) {
      const rarity = Math.log(1 + sentences.length / (sentencesWith.get(term) ?? 1)) / rarest;
      sum += (termWeights.get(term) ?? 0) * rarity ** 2;
    }
    return sum / (mass || 1);
  });
}

function coverSpan(text: string, span: Span, termWeights: ReadonlyMap<number, number>): number {
  const mass = sumWeights(termWeights.keys(), termWeights);
  return sumWeights(readTerms(text, span, termWeights), termWeights) / (mass || 1);
}

/** Which of the question's terms stand in a stretch of text. */
function readTerms(
  text: string,
  { start, end }: Span,
  termWeights: ReadonlyMap<number, number>,
): Set<number> {
  const terms = new Set<number>();
  forEachTerm(fold(text.slice(start, end)), (term) => {
    if (termWeights.has(term)) terms.add(term);
  });
  return terms;
}

function sumWeights(terms: Iterable<number>, termWeights: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const term of terms) sum += termWeights.get(term) ?? 0;
  return sum;
}
