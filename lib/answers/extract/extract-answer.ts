import type { SearchTerm } from "@/lib/knowledge/query/parse-query";
import { isListItem, isTableRow } from "@/lib/language/line-kind";
import type { Span } from "@/lib/language/passage";
import { splitSentences, trimSpan, widthOf } from "@/lib/language/split-sentences";
import { permissionForm } from "@/lib/language/words/extract-permission";
import { coverText } from "./cover-text";
import { type Candidate, type FoundPassage, scoreCandidates } from "./extract-candidates";
import { expectedForm } from "./extract-expected";
import { growQuote } from "./grow-quote";
import { linesOf } from "./lines-of";
import { tableAround } from "./table-around";

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
  /** Whether a sentence is quoted with the unit around it; true unless said. */
  grows?: boolean;
};

/** Measured: see docs/decisions/020-retrieval.md. */
export const DEFAULT_THRESHOLDS: ConfidenceThresholds = { answer: 0.2, maybe: 0.085 };

/** The sentences that answer a question, quoted from the best passages. Deterministic, without a model. */
export function extractAnswer({
  question,
  terms,
  confidence,
  passages,
  thresholds = DEFAULT_THRESHOLDS,
  sentences = 2,
  grows = true,
}: ExtractAnswerInput): ExtractedAnswer {
  if (confidence < thresholds.maybe) return UNKNOWN;
  const read = passages.slice(0, PASSAGES_READ);
  const termWeights = new Map(terms.map(({ term, weight, idf }) => [term, weight * idf]));
  const candidates = scoreCandidates(question, read, termWeights);
  const best = candidates[0];
  if (!best) return UNKNOWN;
  const state = confidence < thresholds.answer ? "maybe" : "answer";
  const asksDetail = expectedForm(question) !== null || permissionForm(question) !== null;
  const section = asksDetail ? null : sectionAbout(read, best, termWeights);
  if (section) return { state, quotes: [section], more: restOf(read, section) };
  const chosen = candidates.slice(0, sentences).filter((other) => other === best || adds(read, other, best));
  const quotes = joinQuotes(
    read,
    chosen.map((candidate) => completeQuote(read, candidate, grows)),
  );
  return { state, quotes, more: findMore(read, quotes, candidates, best) };
}

const UNKNOWN: ExtractedAnswer = { state: "unknown", quotes: [], more: null };
const PASSAGES_READ = 3;
const SECOND_SHARE = 0.2;
const SECOND_ELSEWHERE = 0.35;
/** Of a list item or a row, which says nothing of those beside it: by what it covers itself. */
const SECOND_ITEM_SHARE = 0.6;
/** How much of the question headings must hold to be asked for as a whole, and of all that the best sentence adds to them. */
const HEADING_SHARE = 0.4;
const HEADING_LEAD = 0.8;
const MORE_SHARE = 0.5;
/** Widths in columns (a CJK character is two): what is read at one glance, and what fills a bubble. */
const GLANCE_WIDTH = 240;
const BUBBLE_WIDTH = 600;
/** UTF-16 units: more than any indent and bullet. */
const NEAR = 200;
/** A section up to this is not cut for little. */
const SECTION_WIDTH = 360;

/** Whether a second sentence tells more of what is asked. */
function adds(passages: readonly FoundPassage[], other: Candidate, best: Candidate): boolean {
  if (other.passage !== best.passage) return other.score >= best.score * SECOND_ELSEWHERE;
  const text = passages[best.passage]?.text ?? "";
  const isProse = [other, best].every(({ start, end }) => !standsAlone(text, start, end));
  return other.score >= best.score * SECOND_SHARE && (isProse || other.own >= best.own * SECOND_ITEM_SHARE);
}

/** A list item, a table row or a line like 「電話：02-…」. */
function standsAlone(text: string, start: number, end: number): boolean {
  const line = text.slice(start, end);
  return isItem(text, start) || isTableRow(line) || LABELLED.test(line);
}

const LABELLED = /^[^\s：:。，,.]{1,10}\s*[：:]\s*\S/u;

/** The beginning of the best passage, where the question is about what its headings say and no sentence has more of it. */
function sectionAbout(
  passages: readonly FoundPassage[],
  best: Candidate,
  termWeights: ReadonlyMap<number, number>,
): Quote | null {
  const found = passages[best.passage];
  if (!found || found.answer || found.headings.length === 0) return null;
  const above = [found.title, ...found.headings].join("\n");
  const covered = coverText(above, termWeights);
  const most = coverText(`${above}\n${found.text.slice(best.start, best.end)}`, termWeights);
  if (covered < HEADING_SHARE || covered < most * HEADING_LEAD) return null;
  // Where all is in the title, its first passage is where the document begins to tell.
  const isTitle =
    coverText(found.title, termWeights) === covered &&
    coverText(found.headings.join("\n"), termWeights) < covered * HEADING_LEAD;
  const passage = isTitle ? firstOfDocument(passages, found) : best.passage;
  const { text, start, end } = passages[passage] ?? found;
  const isGlance = widthOf(text.slice(start, end)) <= SECTION_WIDTH;
  return { passage, start, end: isGlance ? end : lastSentenceEnd(text, start, end, GLANCE_WIDTH) };
}

function firstOfDocument(passages: readonly FoundPassage[], { title, text }: FoundPassage): number {
  let first = -1;
  for (const [index, other] of passages.entries()) {
    if (other.title !== title || other.text !== text || other.answer) continue;
    if (first < 0 || other.start < (passages[first]?.start ?? 0)) first = index;
  }
  return first;
}

/** How a passage goes on after a quote. */
function restOf(passages: readonly FoundPassage[], { passage, end: quoted }: Quote): Quote | null {
  const found = passages[passage];
  if (!found) return null;
  const span = trimSpan(found.text, quoted, lastSentenceEnd(found.text, quoted, found.end, BUBBLE_WIDTH));
  return span && { passage, ...span };
}

/** A sentence with what it cannot be read without: the whole short answer of a pair, a list and its lead-in. */
function completeQuote(passages: readonly FoundPassage[], candidate: Candidate, grows: boolean): Quote {
  const { passage, start, end } = candidate;
  const found = passages[passage];
  if (!found) return { passage, start, end };
  const { text, answer } = found;
  if (answer && isShort(text, answer.start, answer.end))
    return { passage, start: answer.start, end: answer.end };
  const body = answer ?? found;
  const table = tableAround(text, start, { ...found, ...body });
  // Its names of columns tell nothing without their rows.
  if (table && !table.rows.some((row) => row.start === start)) {
    return { passage, start: table.start, end: lastSentenceEnd(text, table.start, table.end, BUBBLE_WIDTH) };
  }
  if (isLeadIn(text, start, end)) return { passage, start, end: endOfList(text, end, body.end) };
  const lead = isItem(text, start) ? leadInOf(text, start, body.start) : null;
  const steps = stepsAround(text, start, body);
  if (steps && isShort(text, lead ?? steps.start, steps.end))
    return { passage, start: lead ?? steps.start, end: steps.end };
  const from = lead !== null && isShort(text, lead, end) ? lead : start;
  return { passage, ...(grows ? growQuote(text, { start: from, end }, found) : { start: from, end }) };
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
  const goesOn = candidates.some(
    (other) =>
      other.passage === best.passage &&
      other.start >= start &&
      other.score >= best.score * MORE_SHARE &&
      adds(passages, other, best),
  );
  // A list that was quoted from its lead-in on.
  const isCutList =
    isItem(found.text, skipBlank(found.text, start)) &&
    quoted.some((quote) => linesOf(found.text, quote.start, quote.end).length > 1);
  if (!goesOn && !isCutList) return null;
  const end = lastSentenceEnd(found.text, start, body.end, BUBBLE_WIDTH);
  const span = trimSpan(found.text, start, end);
  return span && { passage: best.passage, ...span };
}

/** Where the last whole sentence ends that keeps the stretch within `width`; at least one is taken. */
function lastSentenceEnd(text: string, start: number, end: number, width: number): number {
  let last = start;
  let used = 0;
  for (const sentence of splitSentences(text, start, end)) {
    used += widthOf(text.slice(last, sentence.end));
    if (used > width && last > start) break;
    last = sentence.end;
  }
  return last;
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
  const lines = linesOf(text, bodyStart, at);
  for (const line of lines.reverse()) {
    if (isListItem(text.slice(line.start, line.end))) continue;
    return isLeadIn(text, line.start, line.end)
      ? (splitSentences(text, line.start, line.end).at(-1)?.start ?? null)
      : null;
  }
  return null;
}

/** The numbered list that the sentence at `at` is of; one step of several tells nobody how. Null without one. */
function stepsAround(text: string, at: number, body: Span): Span | null {
  const lines = linesOf(text, body.start, body.end);
  const isStep = (index: number) => {
    const line = lines[index];
    return line !== undefined && /^\d/u.test(text.slice(line.start, line.end)) && isItem(text, line.start);
  };
  const own = lines.findIndex(({ start, end }) => start <= at && at < end);
  if (!isStep(own)) return null;
  let first = own;
  while (isStep(first - 1)) first--;
  let last = own;
  while (isStep(last + 1)) last++;
  return last > first ? { start: lines[first]?.start ?? at, end: lines[last]?.end ?? at } : null;
}

/** Whether a list item begins at `at`. Of a line that may be as long as the document only what is near is read. */
function isItem(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - NEAR), at);
  const indent = before.slice(before.lastIndexOf("\n") + 1);
  const behind = text.slice(at, at + NEAR).split("\n", 1)[0] ?? "";
  return indent.trim() === "" && indent.length < NEAR && isListItem(indent + behind);
}

/** A line before a list, with a colon at its end or without any stop. */
function isLeadIn(text: string, start: number, end: number): boolean {
  const line = text.slice(Math.max(start, end - NEAR), end).trimEnd();
  if (/[:：]$/u.test(line)) return true;
  const next = skipBlank(text, end);
  return !/[。．.！!？?；;，,、]$/u.test(line) && !isItem(text, start) && next > end && isItem(text, next);
}

function isShort(text: string, start: number, end: number): boolean {
  return widthOf(text.slice(start, end)) <= GLANCE_WIDTH;
}

function skipBlank(text: string, at: number): number {
  let next = at;
  while (/\s/u.test(text.charAt(next))) next++;
  return next;
}
