import { isListItem } from "@/lib/knowledge/chunk/line-kind";
import type { Span } from "@/lib/knowledge/chunk/passage";
import { splitSentences, trimSpan, widthOf } from "@/lib/knowledge/chunk/split-sentences";
import type { SearchTerm } from "@/lib/knowledge/search/parse-query";
import { type Candidate, type FoundPassage, scoreCandidates } from "./extract-candidates";

/** `text.slice(start, end)` of the passage at index `passage` of the input, shown as it stands. */
export type Quote = Span & { passage: number };

export type ExtractedAnswer = {
  /** `maybe`: say that these passages may help. `unknown`: say so, and offer a person. */
  state: "answer" | "maybe" | "unknown";
  /** At most two; empty when unknown. */
  quotes: Quote[];
  /** What to offer beside the quotes: how their passage goes on, where it is still about the question. */
  more: Quote | null;
};

export type ConfidenceThresholds = { answer: number; maybe: number };

export type ExtractAnswerInput = {
  question: string;
  /** Of the search result. */
  terms: readonly SearchTerm[];
  /** Of the search result. */
  confidence: number;
  /** The best hits, best first; three are read. */
  passages: readonly FoundPassage[];
  thresholds?: ConfidenceThresholds;
  /** How many sentences to quote at most. */
  sentences?: 1 | 2;
};

/** Measured: see docs/decisions/020-retrieval.md. */
export const DEFAULT_THRESHOLDS: ConfidenceThresholds = { answer: 0.2, maybe: 0.12 };

/** The sentences that answer a question, quoted from the best passages. Deterministic, without a model. */
export function extractAnswer({
  question,
  terms,
  confidence,
  passages,
  thresholds = DEFAULT_THRESHOLDS,
  sentences = 2,
}: ExtractAnswerInput): ExtractedAnswer {
  if (confidence < thresholds.maybe) return UNKNOWN;
  const read = passages.slice(0, PASSAGES_READ);
  const termWeights = new Map(terms.map(({ term, weight, idf }) => [term, weight * idf]));
  const candidates = scoreCandidates(question, read, termWeights);
  const best = candidates[0];
  if (!best) return UNKNOWN;
  const chosen = candidates.slice(0, sentences).filter(({ score }) => score >= best.score * SECOND_SHARE);
  const quotes = joinQuotes(
    read,
    chosen.map((candidate) => completeQuote(read, candidate)),
  );
  return {
    state: confidence < thresholds.answer ? "maybe" : "answer",
    quotes,
    more: findMore(read, quotes, candidates, best),
  };
}

const UNKNOWN: ExtractedAnswer = { state: "unknown", quotes: [], more: null };
const PASSAGES_READ = 3;
const SECOND_SHARE = 0.2;
const MORE_SHARE = 0.5;
/** Widths in columns (a CJK character is two): what is read at one glance, and what fills a bubble. */
const GLANCE_WIDTH = 240;
const BUBBLE_WIDTH = 600;

/** A sentence with what it cannot be read without: the whole short answer of a pair, a list and its lead-in. */
function completeQuote(passages: readonly FoundPassage[], candidate: Candidate): Quote {
  const { passage, start, end } = candidate;
  const found = passages[passage];
  if (!found) return { passage, start, end };
  const { text, answer } = found;
  if (answer && isShort(text, answer.start, answer.end))
    return { passage, start: answer.start, end: answer.end };
  const body = answer ?? found;
  if (isLeadIn(text, start, end)) return { passage, start, end: endOfList(text, end, body.end) };
  const lead = isItem(text, start) ? leadInOf(text, start, body.start) : null;
  return { passage, start: lead !== null && isShort(text, lead, end) ? lead : start, end };
}

/** One quote where only blanks stand between two, or where one holds the other; else the best first. */
function joinQuotes(passages: readonly FoundPassage[], quotes: readonly Quote[]): Quote[] {
  const [first, second] = quotes;
  if (!first || !second || first.passage !== second.passage) return [...quotes];
  const [earlier, later] = first.start <= second.start ? [first, second] : [second, first];
  const between = passages[first.passage]?.text.slice(earlier.end, later.start) ?? "";
  if (between.trim() !== "") return [first, second];
  return [{ ...earlier, end: Math.max(earlier.end, later.end) }];
}

function findMore(
  passages: readonly FoundPassage[],
  quotes: readonly Quote[],
  candidates: readonly Candidate[],
  best: Candidate,
): Quote | null {
  const found = passages[best.passage];
  if (!found) return null;
  const quoted = quotes.filter(({ passage }) => passage === best.passage);
  const start = Math.max(...quoted.map(({ end }) => end));
  const body = found.answer ?? found;
  const goesOnAt = candidates
    .filter(
      ({ passage, start: at, score }) =>
        passage === best.passage && at >= start && score >= best.score * MORE_SHARE,
    )
    .reduce((last, { end }) => Math.max(last, end), start);
  const isCutList = isItem(found.text, skipBlank(found.text, start));
  if (goesOnAt === start && !isCutList) return null;
  const end = lastSentenceEnd(found.text, start, body.end, BUBBLE_WIDTH);
  const span = trimSpan(found.text, start, end);
  return span && { passage: best.passage, ...span };
}

/** Where the last whole sentence ends that keeps the stretch within `width`; at least one is taken. */
function lastSentenceEnd(text: string, start: number, end: number, width: number): number {
  const sentences = splitSentences(text, start, end);
  const fitting = sentences.filter((sentence) => widthOf(text.slice(start, sentence.end)) <= width);
  return (fitting.at(-1) ?? sentences[0])?.end ?? start;
}

function endOfList(text: string, leadEnd: number, end: number): number {
  let last = leadEnd;
  for (const item of splitSentences(text, leadEnd, end)) {
    const isInside = isItem(text, item.start) || (last > leadEnd && !/\n/.test(text.slice(last, item.start)));
    if (!isInside || (last > leadEnd && widthOf(text.slice(leadEnd, item.end)) > GLANCE_WIDTH)) break;
    last = item.end;
  }
  return last;
}

/** The start of the line that leads into the list around `at`, null when there is none. */
function leadInOf(text: string, at: number, bodyStart: number): number | null {
  const lines = splitLines(text, bodyStart, at);
  for (const line of lines.reverse()) {
    if (isListItem(text.slice(line.start, line.end))) continue;
    return isLeadIn(text, line.start, line.end)
      ? (splitSentences(text, line.start, line.end).at(-1)?.start ?? null)
      : null;
  }
  return null;
}

function splitLines(text: string, start: number, end: number): Span[] {
  const lines: Span[] = [];
  let from = start;
  for (const line of text.slice(start, end).split("\n")) {
    const span = trimSpan(text, from, from + line.length);
    if (span) lines.push(span);
    from += line.length + 1;
  }
  return lines;
}

function isItem(text: string, at: number): boolean {
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const lineEnd = text.indexOf("\n", at);
  return (
    text.slice(lineStart, at).trim() === "" &&
    isListItem(text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd))
  );
}

function isLeadIn(text: string, start: number, end: number): boolean {
  return /[:：]$/u.test(text.slice(start, end).trimEnd());
}

function isShort(text: string, start: number, end: number): boolean {
  return widthOf(text.slice(start, end)) <= GLANCE_WIDTH;
}

function skipBlank(text: string, at: number): number {
  let next = at;
  while (/\s/u.test(text.charAt(next))) next++;
  return next;
}
