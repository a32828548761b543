import type { Quote } from "@/lib/answers/extract/extract-answer";
import { keepPerPassage, type PromptPassage } from "@/lib/answers/extract/keep-per-passage";
import { readPassage } from "@/lib/answers/extract/read-passage";
import { parseQuery, type QueryTerm } from "@/lib/knowledge/query/parse-query";
import { sliceMapped, sourceSpan } from "@/lib/language/markup/mapped-text";
import type { Span } from "@/lib/language/passage";
import { splitSentences, trimSpan } from "@/lib/language/split-sentences";
import { type Folded, fold, foldWithOffsets, isCjk } from "@/lib/language/words/fold";
import { readNumbers } from "@/lib/language/words/read-numbers";
import { forEachTerm, termKind } from "@/lib/language/words/tokens";

export type Citation = {
  /** As the model numbers it, from 1. */
  passage: number;
  /** What the model says stands there; "" when it only names the passage. */
  quote: string;
};

export type QuoteChecker = {
  /**
   * Where the passages say what a sentence, in plain words, says; empty when they don't. Each quote is a literal span of its
   * passage, found here: by the words the model copied, else by what the sentence says.
   */
  check(sentence: string, citations: readonly Citation[]): Quote[];
  /** Whether it puts words in quotation marks that stand in no passage. */
  isMisquoting(sentence: string): boolean;
};

/**
 * Checks a model's sentences against the passages it was given. A sentence is supported when most of what it says stands
 * in a passage it cites, or more of it in one it doesn't cite; or, between languages, when it cites words that do stand there.
 * Numbers must stand in the passages or the question, and what it puts in quotation marks literally in a passage.
 */
export function createQuoteChecker(passages: readonly PromptPassage[], question: string): QuoteChecker {
  const evidence = passages.map(evidenceOf);
  const asked = once(() => readNumbers(question));
  const numbersOf = keepLast(readNumbers);
  const clausesOf = keepLast(readClauses);

  const hasOtherNumbers = (sentence: string, among: readonly Evidence[]) =>
    [...numbersOf(sentence)].some(
      (number) => !asked().has(number) && !among.some(({ numbers }) => numbers().has(number)),
    );
  const isMisquoting = (sentence: string) =>
    readQuotations(sentence).some((quotation) => !evidence.some(({ locate }) => locate(quotation)));

  /** Whether the passages together may be what a sentence is taken from. */
  const canHold = (sentence: string, among: readonly Evidence[]) =>
    !hasOtherNumbers(sentence, among) && !hasOtherClause(clausesOf(sentence), among);

  const checkCited = (sentence: string, terms: readonly QueryTerm[], citations: readonly Citation[]) => {
    const cited = citations.flatMap(({ passage, quote }) => {
      const found = evidence[passage - 1];
      return found ? [{ at: passage - 1, found, span: found.locate(quote) }] : [];
    });
    const among = cited.map(({ found }) => found);
    if (hasOtherNumbers(sentence, among)) return [];
    const isHeld = canHold(sentence, among);
    const isTogether = isHeld && cited.length > 1 && coverageOf(terms, among) >= CITED_COVERAGE;
    return cited.flatMap(({ at, found, span }): Quote[] => {
      const isSaid = isTogether || (isHeld && coverageOf(terms, [found]) >= CITED_COVERAGE);
      const isTranslated = () => span !== null && found.isCjk() !== isMostlyCjk(sentence);
      const quote = isSaid || isTranslated() ? (span ?? found.bestSentence(terms)) : null;
      return quote ? [{ passage: at, ...quote }] : [];
    });
  };

  /** For a sentence without a citation, or with the wrong one. */
  const checkAny = (sentence: string, terms: readonly QueryTerm[]): Quote[] => {
    const ranked = evidence
      .map((found, at) => ({ at, found, cover: coverageOf(terms, [found]) }))
      .filter(({ found, cover }) => cover >= UNCITED_COVERAGE && canHold(sentence, [found]))
      .sort((a, b) => b.cover - a.cover);
    const [best] = ranked;
    const quote = best?.found.bestSentence(terms);
    return best && quote ? [{ passage: best.at, ...quote }] : [];
  };

  return {
    check: (sentence, citations) => {
      if (isMisquoting(sentence)) return [];
      const terms = parseQuery(sentence, { isLiteral: true });
      const quotes = checkCited(sentence, terms, citations);
      return quotes.length > 0 ? quotes : checkAny(sentence, terms);
    },
    isMisquoting,
  };
}

/** Measured on the cases of check-quotes.test.ts: paraphrases lie above, what the passage doesn't say below. */
const CITED_COVERAGE = 0.4;
const UNCITED_COVERAGE = 0.55;
/** Of a clause's pairs of characters, or of its words; those with less than the mass are too short to tell. */
const CLAUSE_COVERAGE = 0.25;
const MIN_CLAUSE_MASS = 3;
/** Folded characters: shorter words in quotation marks are names of things more than quotations. */
const MIN_QUOTE = 4;
const MIN_QUOTATION = 8;

type Terms = { terms: () => ReadonlySet<number> };

type Evidence = Terms & {
  isCjk: () => boolean;
  numbers: () => ReadonlySet<string>;
  locate: (quote: string) => Span | null;
  bestSentence: (terms: readonly QueryTerm[]) => Span | null;
};

const evidenceOf = keepPerPassage(createEvidence);

function createEvidence(passage: PromptPassage): Evidence {
  const { title, headings, text, start, end } = passage;
  const { seen } = readPassage(passage);
  const body = seen.text;
  const whole = [title, ...headings, body].join("\n");
  const foldedBody = once(() => withoutGaps(foldWithOffsets(body)));
  return {
    isCjk: once(() => isMostlyCjk(body)),
    terms: once(() => termsOf(whole)),
    numbers: once(() => readNumbers(whole)),
    locate: (quote) => {
      const sought = withoutGaps(foldWithOffsets(quote)).text;
      if (sought.length < MIN_QUOTE) return null;
      const folded = foldedBody();
      const at = folded.text.indexOf(sought);
      if (at < 0) return null;
      const from = folded.offsets[at] ?? 0;
      const to = folded.offsets[at + sought.length] ?? body.length;
      const span = trimSpan(body, from, to);
      return span && sourceSpan(seen, span.start, span.end);
    },
    bestSentence: (sought) => {
      let best: Span | null = null;
      let bestShare = 0;
      for (const span of splitSentences(text, start, end)) {
        const said = termsOf(sliceMapped(seen, span.start, span.end));
        const covered = share(sought, (term) => said.has(term));
        if (covered > bestShare) {
          best = span;
          bestShare = covered;
        }
      }
      return best;
    },
  };
}

/** The same function, which remembers its last argument: a sentence is looked at several times in a row. */
function keepLast<T>(work: (text: string) => T): (text: string) => T {
  let last: { text: string; value: T } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, value: work(text) };
    return last.value;
  };
}

/** Worked out when first asked for: most passages of a prompt are never cited. */
function once<T>(work: () => T): () => T {
  let done: { value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

/** What each clause of a sentence says that is long enough to tell. */
function readClauses(sentence: string): QueryTerm[][] {
  return sentence
    .split(/[，、；：,;:\n]/u)
    .map((clause) => parseQuery(clause, { isLiteral: true }).filter(({ term }) => isTelling(term)))
    .filter((telling) => telling.reduce((sum, { weight }) => sum + weight, 0) >= MIN_CLAUSE_MASS);
}

/** Whether a clause says what no passage does, however well the rest of its sentence is covered. */
function hasOtherClause(clauses: readonly QueryTerm[][], among: readonly Terms[]): boolean {
  return clauses.some((telling) => coverageOf(telling, among) < CLAUSE_COVERAGE);
}

function isTelling(term: number): boolean {
  const kind = termKind(term);
  return kind === "word" || (kind === "cjk" && term >= 0x10000);
}

/** Without blanks and the commas in numbers, which copying models change. */
function withoutGaps({ text, offsets }: Folded): Folded {
  const kept: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const isGap = /[ \n]/.test(text.charAt(at)) || /^\d,\d/.test(text.slice(at - 1, at + 2));
    if (!isGap) kept.push(at);
  }
  return {
    text: kept.map((at) => text.charAt(at)).join(""),
    offsets: Uint32Array.from([...kept, text.length].map((at) => offsets[at] ?? 0)),
  };
}

function coverageOf(sought: readonly QueryTerm[], among: readonly Terms[]): number {
  return share(sought, (term) => among.some(({ terms }) => terms().has(term)));
}

function share(terms: readonly QueryTerm[], has: (term: number) => boolean): number {
  let sum = 0;
  let mass = 0;
  for (const { term, weight } of terms) {
    mass += weight;
    if (has(term)) sum += weight;
  }
  return mass > 0 ? sum / mass : 0;
}

function termsOf(text: string): Set<number> {
  const terms = new Set<number>();
  forEachTerm(fold(text), (term) => terms.add(term));
  return terms;
}

function readQuotations(sentence: string): string[] {
  return [...sentence.matchAll(/「([^「」]+)」|『([^『』]+)』|“([^“”]+)”|"([^"]+)"/gu)]
    .map((match) => match.slice(1).find((group) => group !== undefined) ?? "")
    .filter((quotation) => fold(quotation).trim().length >= MIN_QUOTATION);
}

function isMostlyCjk(text: string): boolean {
  let cjk = 0;
  let letters = 0;
  for (const character of fold(text)) {
    if (isCjk(character.charCodeAt(0))) cjk++;
    else if (/\p{L}/u.test(character)) letters++;
  }
  return cjk * 3 > letters;
}
