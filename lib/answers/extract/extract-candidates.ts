import type { Passage, Span } from "@/lib/language/passage";
import { permissionForm } from "@/lib/language/words/extract-permission";
import { fold } from "@/lib/language/words/fold";
import { isCjkBigram } from "@/lib/language/words/tokens";
import { asksRule } from "./asks-rule";
import { countedForm, expectedForm, pieceForm } from "./extract-expected";
import {
  characterPairs,
  type ReadSentence,
  type ReadSentences,
  readSentences,
  type Terms,
} from "./read-sentences";
import { says } from "./says";

export type FoundPassage = Passage & {
  /** The title and the stored text of the passage's document. */
  title: string;
  text: string;
  /** As the search gave it. */
  score: number;
  /** Of a stored one. */
  key?: string;
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
  const counted = countedForm(question);
  const piece = pieceForm(question);
  const permission = permissionForm(question);
  const bestScore = passages[0]?.score || 1;
  const mass = sumWeights(termWeights.keys(), termWeights) || 1;
  const cover = (terms: Terms) => sumWeights(terms, termWeights) / mass;
  const pairs = characterPairs(question);
  const isRule = asksRule(question);
  const isOpen = asksOpen.test(fold(question));
  return passages
    .flatMap((found, passage) => {
      const { sentences, headings, questions } = readSentences(found);
      const coverage = coverSentences(sentences, termWeights, mass, permission ? 0 : COLUMN_SHARE);
      // 「哪些不能退」 tells where the exceptions are, not whether one may.
      const asked = Math.max(
        0,
        ...questions.map(({ terms }) => cover(terms)),
        ...(permission ? [] : headings.map((terms) => HEADING_SHARE * cover(terms))),
      );
      const trust = trustAnswer(pairs, questions) * (isRule && onTrouble(questions) ? TROUBLE_SHARE : 1);
      const isCounted = counted !== null && sentences.some(({ text }) => says(counted, text));
      return sentences.map(({ start, end, text, folded, own: said, label }, at) => {
        const neighbour = Math.max(coverage[at - 1] ?? 0, coverage[at + 1] ?? 0);
        const own = coverage[at] ?? 0;
        let worth = asked + own + NEIGHBOUR_SHARE * neighbour;
        if (label)
          worth += LABEL_SHARE * cover(label) + (isAsked(label, termWeights) ? WHOLE_LABEL_BONUS : 0);
        if (at === 0) worth += FIRST_SENTENCE_BONUS;
        if (expected && says(expected, text)) worth += EXPECTED_BONUS;
        else if (isCounted) worth *= UNCOUNTED_SHARE;
        if (piece && says(piece, text)) worth += PIECE_BONUS;
        if (permission) worth += PERMISSION_BONUS[permission(said)];
        if (isOpen && (isDenied(folded, termWeights) || isLeftOut(folded, termWeights)))
          worth *= DENIED_SHARE;
        const score = worth * trust * (found.score / bestScore) ** PASSAGE_POWER;
        return { start, end, passage, own, score };
      });
    })
    .sort((a, b) => b.score - a.score);
}

const PASSAGE_POWER = 3;
const NEIGHBOUR_SHARE = 0.2;
const LABEL_SHARE = 0.1;
/** Where the question has all of it: 「東方美人」 rather than 「東方美人茶凍」. */
const WHOLE_LABEL_BONUS = 0.3;
const HEADING_SHARE = 0.5;
const FIRST_SENTENCE_BONUS = 0.02;
const EXPECTED_BONUS = 0.2;
/** It says of one piece what is asked of one. */
const PIECE_BONUS = 1;
/** The rule before its exceptions. */
const PERMISSION_BONUS = { granted: 0.2, refused: 0.1, silent: 0 };
/** Of a bigram whose characters stand apart by one or two others: 統編 in 統一編號. */
const APART_SHARE = 0.15;
/** Of what the names of a row's columns hold, beside what it holds itself; they don't tell whether one may. */
const COLUMN_SHARE = 0.8;
const STRANGER_DOUBT = 0.3;
const DENIED_SHARE = 0.5;
/** Of a sentence without what is counted or measured, beside one with it: 「海報用相紙」 for 「海報多少錢」. */
const UNCOUNTED_SHARE = 0.6;
/** Of an answer on what went wrong, for who asks whether one may. */
const TROUBLE_SHARE = 0.5;

/**
 * For each sentence the share of the question it covers, 0 to 1. `columnShare`: what the names of a
 * row's columns count.
 */
function coverSentences(
  sentences: readonly ReadSentence[],
  termWeights: ReadonlyMap<number, number>,
  mass: number,
  columnShare: number,
): number[] {
  const bigrams = [...termWeights].filter(([term]) => isCjkBigram(term));
  const apart = readApart(bigrams.map(([bigram]) => bigram));
  const asked = sentences.map(({ terms }) => {
    const held: number[] = [];
    for (const term of terms) if (termWeights.has(term)) held.push(term);
    return held;
  });
  const sentencesWith = new Map<number, number>();
  for (const terms of asked) {
    for (const term of terms) sentencesWith.set(term, (sentencesWith.get(term) ?? 0) + 1);
  }
  const rarest = Math.log(1 + sentences.length);
  return sentences.map(({ folded, columns }, at) => {
    const terms = asked[at] ?? [];
    let sum = 0;
    for (const term of columns ?? [])
      if (!terms.includes(term)) sum += columnShare * (termWeights.get(term) ?? 0);
    for (const term of terms) {
      const rarity = Math.log(1 + sentences.length / (sentencesWith.get(term) ?? 1)) / rarest;
      sum += (termWeights.get(term) ?? 0) * rarity ** 2;
    }
    const isApart = apart(folded);
    for (const [index, [bigram, weight]] of bigrams.entries())
      if (isApart[index] && !terms.includes(bigram)) sum += APART_SHARE * weight;
    return sum / mass;
  });
}

/** Tells of a folded text which of some bigrams, by their index, have their characters apart in it. */
function readApart(bigrams: readonly number[]): (folded: string) => Uint8Array {
  const isApart = new Uint8Array(bigrams.length);
  const byFirst = new Map<number, { second: number; index: number }[]>();
  for (const [index, bigram] of bigrams.entries()) {
    const [first, second] = [bigram >>> 16, bigram & 0xffff];
    const others = byFirst.get(first) ?? [];
    others.push({ second, index });
    byFirst.set(first, others);
  }
  return (folded) => {
    isApart.fill(0);
    for (let at = 0; at + 2 < folded.length; at++) {
      for (const { second, index } of byFirst.get(folded.charCodeAt(at)) ?? none)
        if (folded.charCodeAt(at + 2) === second || folded.charCodeAt(at + 3) === second) isApart[index] = 1;
    }
    return isApart;
  };
}

const none: never[] = [];

/** How far the answer to other questions answers this one, up to 1: less, the less the questions are alike. */
function trustAnswer(pairs: ReadonlySet<string>, others: ReadSentences["questions"]): number {
  if (others.length === 0) return 1;
  const likeness = Math.max(...others.map((other) => compareQuestions(pairs, other.pairs)));
  return 1 - STRANGER_DOUBT * (1 - likeness);
}

/** Whether the first word of the question that a sentence holds is denied in it: 「不累積點數」 for 「點數怎麼累積」. */
function isDenied(folded: string, termWeights: ReadonlyMap<number, number>): boolean {
  for (const { index } of folded.matchAll(denials)) {
    const at = index + 1;
    const pair = folded.charCodeAt(at) * 0x10000 + folded.charCodeAt(at + 1);
    if (at + 1 < folded.length && (termWeights.get(pair) ?? 0) > 0) return true;
  }
  return false;
}

const denials = /不/gu;

/** Whether a sentence tells of all but what is asked of: 「離島以外一天到」 for 「離島多久會到」. */
function isLeftOut(folded: string, termWeights: ReadonlyMap<number, number>): boolean {
  for (const { index } of folded.matchAll(exceptions)) {
    if (index < 2) continue;
    const pair = folded.charCodeAt(index - 2) * 0x10000 + folded.charCodeAt(index - 1);
    if ((termWeights.get(pair) ?? 0) > 0) return true;
  }
  return false;
}

const exceptions = /[以之除]外/gu;
/** How, how much or when, of what is taken to be: not whether. */
const asksOpen = new RegExp(
  `^(?!.*[${fold("不沒無嗎嘛")}]).*(?:${fold("怎麼|如何|多少|幾|什麼時候|何時|多久")})`,
  "u",
);

function isAsked(label: Terms, termWeights: ReadonlyMap<number, number>): boolean {
  return label.length > 2 && label.every((term) => termWeights.has(term));
}

function onTrouble(questions: ReadSentences["questions"]): boolean {
  return questions.length > 0 && questions.every(({ isOnTrouble }) => isOnTrouble);
}

/** Dice's coefficient of what two questions ask about, by pairs of characters. */
function compareQuestions(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared++;
  return (2 * shared) / (one.size + other.size || 1);
}

function sumWeights(terms: Iterable<number>, termWeights: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const term of terms) sum += termWeights.get(term) ?? 0;
  return sum;
}
