import { cleanQuery } from "@/lib/knowledge/query/parse-query";
import type { Passage, Span } from "@/lib/language/passage";
import { splitSentences } from "@/lib/language/split-sentences";
import { permissionForm } from "@/lib/language/words/extract-permission";
import { fold } from "@/lib/language/words/fold";
import { bigramCharacters, isCjkBigram } from "@/lib/language/words/tokens";
import { coverText } from "./cover-text";
import { expectedForm } from "./extract-expected";
import { readTerms } from "./read-terms";

export type FoundPassage = Passage & {
  /** The title and the stored text of the passage's document. */
  title: string;
  text: string;
  /** As the search gave it. */
  score: number;
};

export type Candidate = Span & {
  /** Index of the passage among those read. */
  passage: number;
  score: number;
  /** The share of the question it covers by itself. */
  own: number;
};

/**
 * The sentences of the passages, best first. A sentence is worth the weight of the question's terms it
 * holds, each by the square of how rare it is within the passage: what every sentence says does not tell
 * them apart.
 */
export function scoreCandidates(
  question: string,
  passages: readonly FoundPassage[],
  termWeights: ReadonlyMap<number, number>,
): Candidate[] {
  const expected = expectedForm(question);
  const permission = permissionForm(question);
  const bestScore = passages[0]?.score || 1;
  return passages
    .flatMap((found, passage) => {
      const { start, end } = found.answer ?? found;
      const sentences = splitSentences(found.text, start, end);
      const coverage = coverSentences(found.text, sentences, termWeights);
      const questions = (found.questions ?? []).map((span) => found.text.slice(span.start, span.end));
      const cover = (texts: readonly string[]) =>
        Math.max(0, ...texts.map((other) => coverText(other, termWeights)));
      // 「哪些不能退」 tells where the exceptions are, not whether one may.
      const asked = Math.max(cover(questions), permission ? 0 : HEADING_SHARE * cover(found.headings));
      const trust = trustAnswer(question, questions);
      return sentences.map((span, at) => {
        const sentence = found.text.slice(span.start, span.end);
        const neighbour = Math.max(coverage[at - 1] ?? 0, coverage[at + 1] ?? 0);
        let worth = asked + (coverage[at] ?? 0) + NEIGHBOUR_SHARE * neighbour;
        const label = LABEL.exec(sentence)?.[1];
        if (label) worth += LABEL_SHARE * coverText(label, termWeights);
        if (at === 0) worth += FIRST_SENTENCE_BONUS;
        if (expected?.test(sentence)) worth += EXPECTED_BONUS;
        if (permission) worth += PERMISSION_BONUS[permission(sentence)];
        const own = coverage[at] ?? 0;
        return { ...span, passage, own, score: worth * trust * (found.score / bestScore) ** PASSAGE_POWER };
      });
    })
    .sort((a, b) => b.score - a.score);
}

const PASSAGE_POWER = 3;
const NEIGHBOUR_SHARE = 0.2;
/** What a line is about: 「電話：」 and the first cell of a row. */
const LABEL = /^(?:[-*•・●○■\d.)、）\s]*|\|\s*)([^\s：:|。，,][^：:|。，,]{0,15}?)\s*(?:[：:]|\|.)/u;
const LABEL_SHARE = 0.1;
const HEADING_SHARE = 0.5;
const FIRST_SENTENCE_BONUS = 0.02;
const EXPECTED_BONUS = 0.2;
/** The rule before its exceptions. */
const PERMISSION_BONUS = { granted: 0.2, refused: 0.1, silent: 0 };
/** Of a bigram whose characters stand apart by one or two others: 統編 in 統一編號. */
const APART_SHARE = 0.15;
const STRANGER_DOUBT = 0.3;

/** For each sentence the share of the question it covers, 0 to 1. */
function coverSentences(
  text: string,
  sentences: readonly Span[],
  termWeights: ReadonlyMap<number, number>,
): number[] {
  const bigrams = [...termWeights].filter(([term]) => isCjkBigram(term));
  const read = sentences.map(({ start, end }) => {
    const folded = fold(text.slice(start, end));
    return { folded, terms: readTerms(folded, termWeights) };
  });
  const sentencesWith = new Map<number, number>();
  for (const { terms } of read) {
    for (const term of terms) sentencesWith.set(term, (sentencesWith.get(term) ?? 0) + 1);
  }
  const mass = sumWeights(termWeights.keys(), termWeights);
  const rarest = Math.log(1 + sentences.length);
  return read.map(({ folded, terms }) => {
    let sum = 0;
    for (const term of terms) {
      const rarity = Math.log(1 + sentences.length / (sentencesWith.get(term) ?? 1)) / rarest;
      sum += (termWeights.get(term) ?? 0) * rarity ** 2;
    }
    for (const [bigram, weight] of bigrams) {
      if (!terms.has(bigram) && standsApart(folded, bigram)) sum += APART_SHARE * weight;
    }
    return sum / (mass || 1);
  });
}

function standsApart(folded: string, bigram: number): boolean {
  const [first, second] = bigramCharacters(bigram);
  for (let at = folded.indexOf(first); at >= 0; at = folded.indexOf(first, at + 1)) {
    if (folded.charAt(at + 2) === second || folded.charAt(at + 3) === second) return true;
  }
  return false;
}

/** How far the answer to other questions answers this one, up to 1: less, the less the questions are alike. */
function trustAnswer(question: string, others: readonly string[]): number {
  if (others.length === 0) return 1;
  const likeness = Math.max(...others.map((other) => compareQuestions(question, other)));
  return 1 - STRANGER_DOUBT * (1 - likeness);
}

/** Dice's coefficient of what two questions ask about, by pairs of characters. */
function compareQuestions(one: string, other: string): number {
  const first = characterPairs(one);
  const second = characterPairs(other);
  const shared = [...first].filter((pair) => second.has(pair)).length;
  return (2 * shared) / (first.size + second.size || 1);
}

function characterPairs(question: string): Set<string> {
  const plain = cleanQuery(question).replace(/[^\p{L}\p{N}]+/gu, "");
  if (plain.length < 2) return new Set([plain]);
  return new Set(Array.from({ length: plain.length - 1 }, (_, at) => plain.slice(at, at + 2)));
}

function sumWeights(terms: Iterable<number>, termWeights: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const term of terms) sum += termWeights.get(term) ?? 0;
  return sum;
}
