import type { SearchTerm } from "@/lib/knowledge/query/parse-query";
import { isListItem, isTableRow } from "@/lib/language/line-kind";
import type { Span } from "@/lib/language/passage";
import { splitSentences, trimSpan, widthOf } from "@/lib/language/split-sentences";
import { permissionForm } from "@/lib/language/words/extract-permission";
import { coverSentence } from "./cover-sentence";
import { coverText } from "./cover-text";
import { type Candidate, type FoundPassage, scoreCandidates } from "./extract-candidates";
import { countedForm, expectedForm } from "./extract-expected";
import { keepPerPassage } from "./keep-per-passage";
import { lacksNamed } from "./lacks-named";
import { lastSentenceEnd } from "./layout/last-sentence-end";
import { linesOf } from "./layout/lines-of";
import { tableAround } from "./layout/tables-of";
import { isOfLonger, isOfOthers, namedFirst } from "./named-first";
import { growQuote } from "./quote/grow-quote";
import { markBest } from "./quote/mark-best";
import type { Quote } from "./quote/quote";
import { quoteTable } from "./quote/quote-table";
import { bubbleWidth, glanceWidth, sectionWidth } from "./quote/widths";
import { says } from "./says";
import { sectionAbout } from "./section-about";
import { weighTerms } from "./weigh-terms";

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
  /** What was talked about, where the question leaves that out: 「點數」 for 「會過期嗎」. */
  topic?: string | undefined;
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
  topic = "",
  terms,
  confidence,
  passages,
  thresholds = DEFAULT_THRESHOLDS,
  sentences = 2,
  grows = true,
}: ExtractAnswerInput): ExtractedAnswer {
  if (confidence < thresholds.maybe) return UNKNOWN;
  const read = passages.slice(0, PASSAGES_READ);
  const termWeights = weighTerms(terms);
  const scored = scoreCandidates(question, read, termWeights);
  const [first] = scored;
  if (!first) return UNKNOWN;
  const state = confidence < thresholds.answer ? "maybe" : "answer";
  const expected = expectedForm(question);
  const counted = countedForm(question);
  const asksDetail = expected !== null || permissionForm(question) !== null;
  const section = asksDetail ? null : sectionAbout(read, first, termWeights);
  const mark = (quote: Quote, candidate: Candidate): Quote => {
    const found = read[quote.passage];
    return found && candidate.passage === quote.passage
      ? { ...quote, best: markBest(found, quote, candidate, termWeights) }
      : quote;
  };
  if (section) return { state, quotes: [mark(section.quote, first)], more: section.more };
  const candidates = namedFirst(read, fullerFirst(read, scored, termWeights, expected), question, expected);
  const best = candidates[0] ?? first;
  const list = grows ? listOfEquals(read, candidates, best) : null;
  if (list) return { state, quotes: [list], more: null };
  const textOf = ({ passage, start, end }: Candidate) => read[passage]?.text.slice(start, end) ?? "";
  /** Beside what has all that is asked of, what has only part of it: 「過期」 of tea for 「點數會過期嗎」. */
  const isOnOther = (other: Candidate) => {
    const [held, found] = [read[best.passage], read[other.passage]];
    return held !== undefined && found !== undefined && lacksNamed(`${topic} ${question}`, held, found);
  };
  /** Beside a number, a date or a time, what has none tells of something else where it stands elsewhere. */
  const isBesides = (other: Candidate) =>
    other.passage !== best.passage &&
    ((expected && says(expected, textOf(best)) && !says(expected, textOf(other))) ||
      isOnOther(other) ||
      (counted && says(counted, textOf(best)) && isOfOthers(read, question, other, best)));
  const chosen = candidates
    .slice(0, sentences)
    .filter(
      (other) =>
        other === best ||
        (adds(read, other, best) &&
          !isBesides(other) &&
          !isOfLonger(read, candidates, other, best) &&
          !leadsTo(read, other, best)),
    );
  const tables = chosen.map((candidate) => {
    const found = read[candidate.passage];
    return found ? quoteTable(question, found, candidate, candidates, termWeights) : null;
  });
  const quotes = joinQuotes(
    read,
    chosen.flatMap((candidate, at) => {
      const table = tables[at];
      return table
        ? table.map((quote) => mark(quote, { ...candidate, ...quote }))
        : [mark(completeQuote(read, candidate, grows), candidate)];
    }),
  );
  return { state, quotes, more: findMore(read, quotes, candidates, best) };
}

/**
 * Without a best sentence of which another passage has a sentence with all that it has of the question, and more:
 * 「紅玉紅茶：25 毫克」 says less of how long that tea is brewed than 「紅玉紅茶：第一泡 30 秒」. What has the form asked for stays.
 */
function fullerFirst(
  passages: readonly FoundPassage[],
  candidates: Candidate[],
  termWeights: ReadonlyMap<number, number>,
  expected: RegExp | null,
): Candidate[] {
  const [best, ...others] = candidates;
  if (!best) return candidates;
  const textOf = ({ passage, start, end }: Candidate) => passages[passage]?.text.slice(start, end) ?? "";
  const coverOf = (candidate: Candidate) => {
    const found = passages[candidate.passage];
    return found ? coverSentence(found, candidate, termWeights) : 0;
  };
  const own = coverOf(best);
  const fuller = others.slice(0, RIVALS).find((other) => {
    if (other.passage === best.passage || other.score < best.score * SECOND_ELSEWHERE) return false;
    if (expected && says(expected, textOf(best)) && !says(expected, textOf(other))) return false;
    const covered = coverOf(other);
    return covered >= own + FULLER && coverText(`${textOf(best)}\n${textOf(other)}`, termWeights) <= covered;
  });
  return fuller ? [fuller, ...others.filter((other) => other !== fuller)] : candidates;
}

/** Whether a sentence leads into the list that the best one is an item of, which is said with it. */
function leadsTo(passages: readonly FoundPassage[], other: Candidate, best: Candidate): boolean {
  const text = passages[best.passage]?.text ?? "";
  return (
    other.passage === best.passage &&
    other.start < best.start &&
    isItem(text, best.start) &&
    leadInOf(text, best.start, other.start) === other.start
  );
}

/** Sentences that may be fuller than the best one, and by how much of the question. */
const RIVALS = 3;
const FULLER = 0.05;

const UNKNOWN: ExtractedAnswer = { state: "unknown", quotes: [], more: null };
const PASSAGES_READ = 3;
const SECOND_SHARE = 0.2;
const SECOND_ELSEWHERE = 0.35;
/** Lines that answer as well as the best one, and how many of them make their list the answer. */
const EQUAL_SHARE = 0.9;
const NEARLY_EQUAL_SHARE = 0.75;
const LEAST_EQUALS = 3;
/** Of a list item or a row, which says nothing of those beside it: by what it covers itself. */
const SECOND_ITEM_SHARE = 0.6;
/** A sentence after the quote counts as more to say when its score is this share of the best one's. */
const MORE_SHARE = 0.5;
/** UTF-16 units: more than any indent and bullet. */
const NEAR = 200;

/**
 * The list or table of which several lines answer equally well, as nothing says which one is asked for: 「宅配運費」 where
 * there are 本島宅配 and 離島宅配. Null where one of them stands out, and where it can't be read at a glance.
 */
function listOfEquals(
  passages: readonly FoundPassage[],
  candidates: readonly Candidate[],
  best: Candidate,
): Quote | null {
  const found = passages[best.passage];
  if (!found || found.answer || !isListItem(lineAt(found.text, best)) || tableAround(found, best))
    return null;
  const run = itemsAround(found.text, best.start, found, () => true);
  if (!run) return null;
  // What stands beside an item tells it from no other.
  const isEqual = ({ score, own }: Candidate) =>
    score >= best.score * EQUAL_SHARE ||
    (score >= best.score * NEARLY_EQUAL_SHARE && own >= best.own * EQUAL_SHARE);
  const equals = candidates.filter(
    (other) =>
      other.passage === best.passage && other.start >= run.start && other.start < run.end && isEqual(other),
  );
  if (equals.length < LEAST_EQUALS) return null;
  const start = leadInOf(found.text, run.start, found.start) ?? run.start;
  return widthOf(found.text.slice(start, run.end)) <= sectionWidth
    ? { passage: best.passage, start, end: run.end }
    : null;
}

/** The line that a sentence begins. */
function lineAt(text: string, { start, end }: Span): string {
  return text.slice(text.lastIndexOf("\n", start - 1) + 1, end);
}

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

const LABELLED = /^(?=[^：:]*\p{L})[^\s：:。，,.]{1,10}\s*[：:]\s*\S/u;

/** A sentence with what it cannot be read without: the whole short answer of a pair, a list and its lead-in. */
function completeQuote(passages: readonly FoundPassage[], candidate: Candidate, grows: boolean): Quote {
  const { passage, start, end } = candidate;
  const found = passages[passage];
  if (!found) return { passage, start, end };
  const known = completed(found);
  const key = `${start}-${end}-${grows}`;
  const span = known.get(key) ?? complete(found, { start, end }, grows);
  known.set(key, span);
  return { passage, ...span };
}

/** Of each sentence that was quoted, whatever was asked. */
const completed = keepPerPassage((_: FoundPassage) => new Map<string, Span>());

function complete(found: FoundPassage, { start, end }: Span, grows: boolean): Span {
  const { text, answer } = found;
  if (answer && isShort(text, answer.start, answer.end)) return { start: answer.start, end: answer.end };
  const body = answer ?? found;
  if (isLeadIn(text, start, end)) return { start, end: endOfList(text, end, body.end) };
  const lead = isItem(text, start) ? leadInOf(text, start, body.start) : null;
  const steps = stepsAround(text, start, body);
  if (steps && isShort(text, lead ?? steps.start, steps.end))
    return { start: lead ?? steps.start, end: steps.end };
  const from = lead !== null && isShort(text, lead, end) ? lead : start;
  return grows ? growQuote(text, { start: from, end }, found) : { start: from, end };
}

/** One quote where only blanks stand between two, or where one holds the other; else the best first. */
function joinQuotes(passages: readonly FoundPassage[], quotes: readonly Quote[]): Quote[] {
  const joined: Quote[] = [];
  for (const quote of quotes) {
    const at = joined.findIndex((other) => isBeside(passages, other, quote));
    const first = joined[at];
    if (!first) joined.push(quote);
    else if (quote.start < first.start || quote.end > first.end) joined[at] = joinTwo(first, quote);
  }
  return joined;
}

function isBeside(passages: readonly FoundPassage[], first: Quote, second: Quote): boolean {
  if (first.passage !== second.passage) return false;
  const [earlier, later] = first.start <= second.start ? [first, second] : [second, first];
  if (later.end <= earlier.end) return true;
  if (first.columns || second.columns) return later.start < earlier.end;
  return (passages[first.passage]?.text.slice(earlier.end, later.start) ?? "").trim() === "";
}

function joinTwo(first: Quote, second: Quote): Quote {
  const { passage } = first;
  const start = Math.min(first.start, second.start);
  const end = Math.max(first.end, second.end);
  const isAll = first.start === start && first.end === end;
  return { passage, start, end, best: first.best ?? (isAll ? null : { start: first.start, end: first.end }) };
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
  const start = Math.max(...quoted.map((quote) => (quote.isAll ? endOfTable(found, quote) : quote.end)));
  const body = found.answer ?? found;
  const goesOn = candidates.some(
    (other) =>
      other.passage === best.passage &&
      other.start >= start &&
      other.score >= best.score * MORE_SHARE &&
      adds(passages, other, best) &&
      !isOfLonger(passages, candidates, other, best),
  );
  // A list that was quoted from its lead-in on.
  const isCutList =
    isItem(found.text, skipBlank(found.text, start)) &&
    quoted.some((quote) => linesOf(found.text, quote.start, quote.end).length > 1);
  if (!goesOn && !isCutList) return null;
  const end = lastSentenceEnd(found.text, start, body.end, bubbleWidth);
  const span = trimSpan(found.text, start, end);
  return span && { passage: best.passage, ...span };
}

function endOfTable(found: FoundPassage, quote: Quote): number {
  return tableAround(found, quote)?.table.end ?? quote.end;
}

function endOfList(text: string, leadEnd: number, end: number): number {
  let last = leadEnd;
  for (const item of splitSentences(text, leadEnd, end)) {
    const isInside =
      isItem(text, item.start) ||
      isLabelled(text, item.start) ||
      (last > leadEnd && !/\n/.test(text.slice(last, item.start)));
    if (!isInside || (last > leadEnd && widthOf(text.slice(leadEnd, item.end)) > glanceWidth)) break;
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
  return itemsAround(text, at, body, (line) => /^\d/u.test(line));
}

/** The list that the sentence at `at` is of, as far as its items are of a kind; null for a lone one. */
function itemsAround(text: string, at: number, body: Span, isKind: (line: string) => boolean): Span | null {
  const lines = linesOf(text, body.start, body.end);
  const isOfList = (index: number) => {
    const line = lines[index];
    return line !== undefined && isKind(text.slice(line.start, line.end)) && isItem(text, line.start);
  };
  const own = lines.findIndex(({ start, end }) => start <= at && at < end);
  if (!isOfList(own)) return null;
  let first = own;
  while (isOfList(first - 1)) first--;
  let last = own;
  while (isOfList(last + 1)) last++;
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
  if (/[。．.！!？?；;，,、]$/u.test(line) || isItem(text, start) || next <= end) return false;
  return isItem(text, next) || (!LABELLED.test(line) && isLabelled(text, next));
}

/** Whether a line like 「電話：02-…」 begins at `at`. */
function isLabelled(text: string, at: number): boolean {
  if (text.charAt(at - 1) !== "\n") return false;
  return LABELLED.test(text.slice(at, at + NEAR).split("\n", 1)[0] ?? "");
}

function isShort(text: string, start: number, end: number): boolean {
  return widthOf(text.slice(start, end)) <= glanceWidth;
}

function skipBlank(text: string, at: number): number {
  let next = at;
  while (/\s/u.test(text.charAt(next))) next++;
  return next;
}
