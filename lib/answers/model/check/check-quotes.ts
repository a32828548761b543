import { keepPerPassage, type PromptPassage } from "@/lib/answers/extract/keep-per-passage";
import type { Quote } from "@/lib/answers/extract/quote/quote";
import { speakQuote } from "@/lib/answers/extract/quote/speak-quote";
import { readPassage } from "@/lib/answers/extract/read-passage";
import { parseQuery, type QueryTerm } from "@/lib/knowledge/query/parse-query";
import { findAddresses } from "@/lib/language/addresses/find-addresses";
import { isTableRow } from "@/lib/language/line-kind";
import { sliceMapped, sourceSpan } from "@/lib/language/markup/mapped-text";
import type { Span } from "@/lib/language/passage";
import { splitSentences, trimSpan } from "@/lib/language/split-sentences";
import { readValues } from "@/lib/language/values/read-values";
import type { Value } from "@/lib/language/values/value";
import { type Folded, fold, foldWithOffsets, isCjk } from "@/lib/language/words/fold";
import { forEachTerm } from "@/lib/language/words/tokens";
import { holdsClaims, type Unit } from "./holds-claims";
import { boundsOf } from "./omits-condition";
import { type Claim, readClaims } from "./read-claims";

export type Citation = {
  /** As the model numbers it, from 1. */
  passage: number;
  /** What the model says stands there; "" when it only names the passage. */
  quote: string;
};

export type Checked = {
  /** Where the passages say what the sentence says: literal spans of theirs, found here. */
  quotes: Quote[];
  /** What they say of it instead, where they don't say the same: a whole sentence, item or row. */
  instead: Quote | null;
  /** It names something of the question that what it cites lacks. */
  isOther: boolean;
  /** It puts words in quotation marks that stand in no passage. */
  isMisquoting: boolean;
};

export type QuoteChecker = {
  /** @param sentence in plain words */
  check(sentence: string, citations: readonly Citation[]): Checked;
};

/**
 * Checks a model's sentences against the passages it was given, clause by clause (holds-claims.ts): values, what
 * they are values of, what is denied, what is named. A sentence that is held by what it cites, or by another
 * passage, has quotes. One that isn't may still be true, in words too different to tell: then the passage's own
 * words are there instead.
 */
export function createQuoteChecker(passages: readonly PromptPassage[], question: string): QuoteChecker {
  const evidence = passages.map(evidenceOf);
  const asked = once(() => fold(question));
  const askedKeys = once(() => keysOf(asked()));

  /**
   * Whether a number is a sum of others that are said and stand there, or a count of the question's that such a
   * sum is made with.
   */
  const sumsOf = (claims: readonly Claim[], units: readonly EvidenceUnit[]) => {
    const stands = new Set(
      units.flatMap(({ claims: own }) => own.flatMap(({ values }) => values.flatMap(numberOf))),
    );
    const said = claims.flatMap(({ values }) => values.flatMap(numberOf));
    const counts = said.filter(
      (number) => number > 1 && askedKeys().has(String(number)) && !stands.has(number),
    );
    const known = said.filter((number) => stands.has(number));
    const bases = counts.length > 0 ? [...new Set([...known, ...stands])].slice(0, mostBases) : known;
    const results = new Set(
      bases
        .filter((base) => base > 1)
        .flatMap((base) =>
          [...known, ...counts].flatMap((other) => [base + other, base - other, base * other]),
        ),
    );
    const summed = said.filter((number) => results.has(number) && !counts.includes(number));
    const isSum = summed.length > 0 && (counts.length > 0 || claims.some(({ folded }) => sums.test(folded)));
    return (number: number) => isSum && (summed.includes(number) || counts.includes(number));
  };

  const isHeldBy = (claims: readonly Claim[], units: readonly EvidenceUnit[]) => {
    const isSum = once(() => sumsOf(claims, units));
    const told = [...claims.map(({ folded }) => folded), asked()].join("\n");
    return holdsClaims(claims, units, told, ({ values }, at) => {
      const value = values[at];
      return value !== undefined && numberOf(value).some(isSum());
    });
  };

  /** For a sentence in another language than its passage: by words that it copied, their values and what is denied. */
  const isTranslated = (claims: readonly Claim[], units: readonly EvidenceUnit[]) => {
    const own = units.flatMap((unit) => unit.claims);
    const keys = new Set(units.flatMap((unit) => [...unit.aboveKeys, ...keysOfClaims(unit.claims)]));
    const said = new Set([...keysOfClaims(claims), ...askedKeys()]);
    const isFree = own.some((claim) => claim.isFree);
    const denies = (some: readonly Claim[]) => some.some(({ isNegated }) => isNegated);
    return (
      claims.every(({ values }) => values.every((value) => value.keys.some((key) => keys.has(key)))) &&
      own
        .flatMap(boundsOf)
        .every(({ keys: bound }) => units.length > 1 || bound.some((key) => said.has(key))) &&
      (isFree || denies(claims) === denies(own))
    );
  };

  return {
    check: (sentence, citations) => {
      const claims = readClaims(withoutAddresses(sentence.slice(0, longestSentence)));
      const terms = once(() => parseQuery(sentence, { isLiteral: true }));
      const cited = distinctPassages(citations).flatMap(({ passage, quote }) => {
        const found = evidence[passage - 1];
        return found ? [{ at: passage - 1, found, span: found.locate(quote) }] : [];
      });
      const isMisquoting = readQuotations(sentence).some(
        (quotation) => !evidence.some(({ locate }) => locate(quotation)),
      );
      const foreign: string[] = [];
      const tryHold = (units: readonly EvidenceUnit[]) => {
        const { isHeld, foreign: missing } = isHeldBy(claims, units);
        foreign.push(...missing);
        return isHeld;
      };
      if (!isMisquoting) {
        const quotes = cited.flatMap(({ at, found, span }): Quote[] => {
          const near = span ? found.units().filter((unit) => overlaps(unit, span)) : [];
          const isOtherLanguage = span !== null && found.isCjk() !== isMostlyCjk(sentence);
          const isSaid = isOtherLanguage
            ? isTranslated(claims, near)
            : (near.length > 0 && tryHold(near)) || tryHold(found.units());
          const quote = isSaid ? (span ?? found.bestSentence(terms())) : null;
          return quote ? [{ passage: at, ...quote }] : [];
        });
        if (quotes.length > 0) return { quotes, instead: null, isOther: false, isMisquoting };
        const together = cited.length > 1 && tryHold(cited.flatMap(({ found }) => found.units()));
        if (together)
          return {
            quotes: cited.flatMap(({ at, found, span }) => {
              const quote = span ?? found.bestSentence(terms());
              return quote ? [{ passage: at, ...quote }] : [];
            }),
            instead: null,
            isOther: false,
            isMisquoting,
          };
        const others = evidence
          .map((found, at) => ({ at, found, cover: coverageOf(terms(), found) }))
          .filter(({ cover }) => cover >= uncitedCoverage)
          .sort((a, b) => b.cover - a.cover)
          .slice(0, mostOthers)
          .filter(({ found }) => isHeldBy(claims, found.units()).isHeld);
        const quote = others[0]?.found.bestSentence(terms());
        if (others[0] && quote)
          return {
            quotes: [{ passage: others[0].at, ...quote }],
            instead: null,
            isOther: false,
            isMisquoting,
          };
      }
      const isOther = foreign.some((word) => word.length > 1 && asked().includes(word));
      return { quotes: [], instead: insteadOf(cited, terms), isOther, isMisquoting };
    },
  };

  function insteadOf(
    cited: readonly { at: number; found: Evidence; span: Span | null }[],
    terms: () => readonly QueryTerm[],
  ): Quote | null {
    for (const { at, found, span } of cited) {
      const units = span ? found.units().filter((unit) => overlaps(unit, span)) : [];
      const [first] = units;
      const last = units.at(-1);
      if (first && last) return { passage: at, start: first.start, end: last.end };
    }
    const ranked = (cited.length > 0 ? cited : evidence.map((found, at) => ({ at, found })))
      .map(({ at, found }) => ({ at, found, cover: coverageOf(terms(), found) }))
      .filter(({ cover }) => cover >= (cited.length > 0 ? insteadCoverage : uncitedCoverage))
      .sort((a, b) => b.cover - a.cover);
    const quote = ranked[0]?.found.bestSentence(terms());
    return ranked[0] && quote ? { passage: ranked[0].at, ...quote } : null;
  }
}

/** Of a sentence's terms, what a passage must hold that it doesn't cite. */
const uncitedCoverage = 0.45;
/** And one that it cites, to speak instead of it. */
const insteadCoverage = 0.2;
const mostBases = 40;
const mostCited = 4;
/** Passages that a sentence doesn't cite in which it is looked for. */
const mostOthers = 3;
/** UTF-16 units; more than a reply's sentence and a passage have. */
const longestSentence = 1_200;
const longestPassage = 3_000;
/** Of a table, read with the names of their columns. */
const mostRows = 60;
const sums = new RegExp(
  `${fold("共|合計|總計|加起來|加上|等於|相當於")}|[=+×*x]|\\b(?:total|plus|sum|altogether)\\b`,
  "u",
);
/** Folded characters: shorter words in quotation marks are names of things more than quotations. */
const shortestQuote = 4;
const shortestQuotation = 8;

type EvidenceUnit = Unit & Span;

type Evidence = {
  isCjk: () => boolean;
  terms: () => ReadonlySet<number>;
  units: () => readonly EvidenceUnit[];
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
  const sentences = once(() =>
    splitSentences(text, start, end).map((span) => ({
      span,
      said: termsOf(sliceMapped(seen, span.start, span.end)),
    })),
  );
  return {
    isCjk: once(() => isMostlyCjk(body)),
    terms: once(() => termsOf(whole)),
    units: once(() => readUnits(passage)),
    locate: (quote) => {
      const sought = withoutGaps(foldWithOffsets(quote)).text;
      if (sought.length < shortestQuote) return null;
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
      for (const { span, said } of sentences()) {
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

/**
 * The passage's sentences, items and rows, each under its title, its headings and the question or line
 * that leads to it.
 */
function readUnits(passage: PromptPassage): EvidenceUnit[] {
  const { title, headings, text, start, end } = passage;
  const { said: spoken } = readPassage(passage);
  const top = fold([title, ...headings].join("\n"));
  const topKeys = keysOf(top);
  let lead = { above: top, aboveKeys: topKeys };
  const unasked = { ...passage, questions: [] };
  let rows = 0;
  return splitSentences(text, start, Math.min(end, start + longestPassage)).map((span) => {
    const isRow = isTableRow(text.slice(span.start, span.end)) && ++rows <= mostRows;
    const said = isRow ? speakQuote(unasked, span) : sliceMapped(spoken, span.start, span.end);
    const unit = { ...span, ...lead, claims: readClaims(withoutAddresses(said)) };
    if (/[?？:：]$/u.test(said.trimEnd())) {
      const above = `${top}\n${fold(said)}`;
      lead = { above, aboveKeys: keysOf(above) };
    }
    return unit;
  });
}

/** Each passage once, with the words that are copied from it where there are any. */
function distinctPassages(citations: readonly Citation[]): Citation[] {
  const byPassage = new Map<number, Citation>();
  for (const citation of citations) {
    const known = byPassage.get(citation.passage);
    if (!known || known.quote === "") byPassage.set(citation.passage, citation);
  }
  return [...byPassage.values()].slice(0, mostCited);
}

/** Those are looked up by themselves. */
function withoutAddresses(sentence: string): string {
  let left = "";
  let at = 0;
  for (const { start, end } of findAddresses(sentence)) {
    left += `${sentence.slice(at, start)} `;
    at = end;
  }
  return left + sentence.slice(at);
}

function overlaps(unit: Span, span: Span): boolean {
  return unit.start < span.end && span.start < unit.end;
}

function keysOf(folded: string): Set<string> {
  return new Set(readValues(folded).flatMap(({ keys, implied }) => [...keys, ...implied]));
}

function keysOfClaims(claims: readonly Claim[]): string[] {
  return claims.flatMap(({ values }) => values.flatMap(({ keys, implied }) => [...keys, ...implied]));
}

function numberOf({ keys }: Value): number[] {
  return keys.map(Number).filter((number) => Number.isFinite(number));
}

/** Worked out when first asked for: most passages of a prompt are never cited. */
function once<T>(work: () => T): () => T {
  let done: { value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
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

function coverageOf(sought: readonly QueryTerm[], { terms }: Pick<Evidence, "terms">): number {
  return share(sought, (term) => terms().has(term));
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
    .filter((quotation) => fold(quotation).trim().length >= shortestQuotation);
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
