import { findFences } from "@/lib/language/find-fences";
import {
  answerLabel,
  type Heading,
  headingOf,
  isListItem,
  isTableRow,
  listMarker,
  questionLabel,
} from "@/lib/language/line-kind";
import type { Passage, Span } from "@/lib/language/passage";
import { trimSpan, widthOf } from "@/lib/language/split-sentences";
import { isRule } from "@/lib/language/tables/table";
import { runSteps } from "@/lib/run-steps";
import { boundPassages } from "./bound-passages";
import { type Block, MAX_WIDTH, TARGET_WIDTH } from "./cut-line";
import { htmlLines, isUnseen } from "./html-lines";
import { readBlock } from "./read-block";

/**
 * Cuts a stored text into the passages that are searched and quoted. Borders are, in this order, headings,
 * question-answer pairs, blocks (paragraphs, lists with the line that leads in, tables) and sentences;
 * every character that is neither blank nor part of a heading is in exactly one passage.
 */
export function splitPassages(text: string): Passage[] {
  return runSteps(splitPassagesInSteps(text));
}

/** The same as a generator, which yields after a few milliseconds of work at most. */
export function* splitPassagesInSteps(text: string): Generator<void, Passage[], void> {
  const lines = readLines(text);
  const trail: (Span & { level: number; title: string })[] = [];
  const passages: Passage[] = [];
  let blocks: Block[] = [];
  let unusedHeading: Span | null = null;

  const headings = () => nearest(trail.map(({ title }) => title));
  const flush = () => {
    if (blocks.length > 0) {
      const heading = trail.at(-1);
      const asked =
        heading && isQuestion(heading.title) ? [{ start: heading.start, end: heading.end }] : undefined;
      for (const passage of packBlocks(text, blocks, headings())) {
        passages.push(asked ? { ...passage, questions: asked } : passage);
      }
      unusedHeading = null;
    } else if (unusedHeading) {
      passages.push({ ...unusedHeading, headings: nearest(trail.slice(0, -1).map(({ title }) => title)) });
      unusedHeading = null;
    }
    blocks = [];
  };

  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (!line || line.isBlank) {
      at++;
      continue;
    }
    yield;
    if (passages.length >= MAX_PASSAGES) {
      if (blocks.length > 0) flush();
      blocks = yield* readBlocks(text, { start: line.start, end: text.length });
      break;
    }
    const pairEnd = yield* endOfPair(lines, at);
    if (pairEnd > at) {
      const unused: Span | null = unusedHeading;
      if (blocks.length > 0) flush();
      else unusedHeading = null;
      const pair = yield* readPair(text, lines.slice(at, pairEnd), headings());
      if (pair.length === 0 && unused) unusedHeading = unused;
      passages.push(...pair);
      at = pairEnd;
      continue;
    }
    const heading = headingAt(lines, at);
    if (heading) {
      const isDeeper = (trail.at(-1)?.level ?? 0) < heading.level;
      if (blocks.length > 0 || !isDeeper) flush();
      else unusedHeading = null;
      while ((trail.at(-1)?.level ?? 0) >= heading.level) trail.pop();
      const span = trimSpan(text, line.start, line.end) ?? line;
      trail.push({ level: heading.level, title: heading.title, start: span.start, end: span.end });
      unusedHeading = span;
      at += heading.lines;
      continue;
    }
    const end = yield* endOfBlock(lines, at);
    for (const block of yield* readBlock(text, lines.slice(at, end))) blocks.push(block);
    at = end;
  }
  flush();
  return boundPassages(text, passages);
}

/** The innermost headings, as far as they are short enough together to be found with every passage below them. */
function nearest(headings: readonly string[]): string[] {
  let length = 0;
  let from = headings.length;
  while (from > 0) {
    length += headings[from - 1]?.length ?? 0;
    if (length > MAX_HEADINGS) break;
    from--;
  }
  return headings.slice(from);
}

/** Of the questions of a pair, those found with a later piece of a long answer. */
const MAX_REPEATED_QUESTIONS = 300;

/** UTF-16 units of headings above one passage. */
const MAX_HEADINGS = 300;
/** Each is a row of the database. Behind the last a text of up to 200,000 characters is cut by width alone. */
const MAX_PASSAGES = 3_000;
/** Lines that are read before other work gets a turn. */
const LINES_A_STEP = 500;

type Line = Span & {
  text: string;
  isBlank: boolean;
  /** Within a code fence nothing is a heading, a question, a table or the end of a paragraph. */
  isCode: boolean;
  read?: { heading: Heading | null; isQuestion: boolean };
};

/** What a line is by its own form, read once. */
function kindOf(line: Line): { heading: Heading | null; isQuestion: boolean } {
  line.read ??= line.isCode
    ? { heading: null, isQuestion: false }
    : { heading: headingOf(line.text), isQuestion: questionLabel(line.text) !== null };
  return line.read;
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  const isHtml = text.includes("</");
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    for (const span of isHtml ? htmlLines(text, { start, end }) : [{ start, end }]) {
      const content = text.slice(span.start, span.end);
      lines.push({ ...span, text: content, isBlank: isUnseen(content), isCode: false });
    }
    start = end + 1;
  }
  const isFenced = findFences(lines.map((line) => line.text));
  return lines.map((line, at) => (isFenced[at] ? { ...line, isBlank: false, isCode: true } : line));
}

function headingAt(
  lines: readonly Line[],
  at: number,
): { level: number; title: string; lines: number } | null {
  const line = lines[at];
  if (!line || line.isCode) return null;
  const { heading } = kindOf(line);
  if (heading) return { ...heading, lines: 1 };
  const next = lines[at + 1];
  const isFirst = at === 0 || lines[at - 1]?.isBlank === true;
  const underline = /^\s*(=|-)\1{2,}\s*$/u.exec(next?.text ?? "");
  if (isFirst && underline && !isTableRow(line.text)) {
    return { level: underline[1] === "=" ? 1 : 2, title: line.text.trim(), lines: 2 };
  }
  const title = line.text.trim();
  if (
    !isFirst ||
    !next ||
    widthOf(title) > 40 ||
    /[。．.！!；;，,、：:）)]$/u.test(title) ||
    isTableRow(line.text) ||
    title.includes("</")
  )
    return null;
  const marker = listMarker(line.text);
  const body = next.isBlank ? lines[at + 2] : next;
  if (!body || body.isBlank) return null;
  if (marker?.style === "han" && listMarker(body.text)?.style !== "han") return { level: 5, title, lines: 1 };
  // A short line alone, then a paragraph: what plain text has for a heading.
  if (!marker && next.isBlank && widthOf(body.text.trim()) > 40) return { level: 6, title, lines: 1 };
  return null;
}

/** The index after a question-answer pair that begins at `at`; `at` itself when none does. */
function* endOfPair(lines: readonly Line[], at: number): Generator<void, number, void> {
  const isLabelled = isLabelledQuestion(lines[at]);
  if (!isLabelled && !(yield* isBareQuestion(lines, at))) return at;
  let end = at + 1;
  const askedFrom = lines[at]?.start ?? 0;
  while (isLabelled && isLabelledQuestion(lines[end]) && (lines[end]?.end ?? 0) - askedFrom <= MAX_WIDTH)
    end++;
  for (; end < lines.length; end++) {
    const line = lines[end];
    if (!line) break;
    if (end % LINES_A_STEP === 0) yield;
    if (line.isBlank) {
      const next = lines[end + 1];
      // Without labels a blank line ends the answer; with them, only the next question or heading does.
      if (!isLabelled || !next) break;
      continue;
    }
    if (kindOf(line).isQuestion || kindOf(line).heading) break;
    if (lines[end - 1]?.isBlank && (headingAt(lines, end) || (yield* isBareQuestion(lines, end)))) break;
  }
  return end;
}

function isLabelledQuestion(line: Line | undefined): boolean {
  return line !== undefined && kindOf(line).isQuestion;
}

function* isBareQuestion(lines: readonly Line[], at: number): Generator<void, boolean, void> {
  const line = lines[at];
  const previous = lines[at - 1];
  if (!line || line.isCode || line.text.length > 160 || !isQuestion(line.text) || widthOf(line.text) > 160)
    return false;
  if (kindOf(line).heading || (previous && !previous.isBlank && !kindOf(previous).heading)) return false;
  let end = at + 1;
  while (end < lines.length && lines[end]?.isBlank === false) {
    if (isQuestion(lines[end]?.text ?? "")) return false;
    if (end % LINES_A_STEP === 0) yield;
    end++;
  }
  return end > at + 1;
}

function isQuestion(line: string): boolean {
  return /[?？][*_\s]*$/u.test(line);
}

function* readPair(
  text: string,
  lines: readonly Line[],
  headings: string[],
): Generator<void, Passage[], void> {
  const questions: Span[] = [];
  let at = 0;
  for (; at < lines.length; at++) {
    const line = lines[at];
    const label = line ? questionLabel(line.text) : null;
    if (!line || (label === null && at > 0)) break;
    const span = trimSpan(text, line.start + (label ?? 0), line.end);
    if (span) questions.push(span);
  }
  while (lines[at]?.isBlank) at++;
  const first = lines[at];
  const last = lines.at(-1);
  const head = lines[0];
  if (!head || !last) return [];
  if (!first)
    return [{ start: head.start, end: last.end, headings, questions }].flatMap((pair) => trimmed(text, pair));
  const label = answerLabel(first.text) ?? 0;
  const answer = trimSpan(text, first.start + label, last.end);
  if (!answer)
    return [{ start: head.start, end: last.end, headings, questions }].flatMap((pair) => trimmed(text, pair));
  if (widthOf(text.slice(answer.start, answer.end)) <= MAX_WIDTH) {
    return trimmed(text, { start: head.start, end: answer.end, headings, questions, answer });
  }
  const pieces = packBlocks(text, yield* readBlocks(text, answer), headings);
  return pieces.flatMap((piece, index) =>
    trimmed(text, {
      start: index === 0 ? head.start : piece.start,
      end: piece.end,
      headings: piece.headings,
      questions: index === 0 ? questions : firstOf(questions, MAX_REPEATED_QUESTIONS),
      answer: { start: piece.start, end: piece.end },
    }),
  );
}

/** Those that fit from the first on. */
function firstOf(spans: readonly Span[], length: number): Span[] {
  let left = length;
  return spans.filter(({ start, end }) => {
    left -= end - start;
    return left >= 0;
  });
}

function trimmed(text: string, passage: Passage): Passage[] {
  const span = trimSpan(text, passage.start, passage.end);
  return span ? [{ ...passage, ...span }] : [];
}

function* readBlocks(text: string, span: Span): Generator<void, Block[], void> {
  const lines = readLines(text.slice(span.start, span.end)).map((line) => ({
    ...line,
    start: line.start + span.start,
    end: line.end + span.start,
  }));
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    if (lines[at]?.isBlank) {
      at++;
      continue;
    }
    const end = yield* endOfBlock(lines, at);
    for (const block of yield* readBlock(text, lines.slice(at, end))) blocks.push(block);
    at = end;
  }
  return blocks;
}

/** A paragraph ends at a blank line or a heading, but a line that leads in stays with its list or table. */
function* endOfBlock(lines: readonly Line[], at: number): Generator<void, number, void> {
  let end = at + 1;
  for (; end < lines.length; end++) {
    const line = lines[end];
    if (!line) break;
    if (end % LINES_A_STEP === 0) yield;
    if (line.isBlank) {
      const previous = lines[end - 1]?.text.trimEnd() ?? "";
      const next = lines[end + 1];
      const leadsIn = /[:：]$/u.test(previous) && next && (isListItem(next.text) || isTableRow(next.text));
      const goesOn = isListItem(previous) && next && isListItem(next.text);
      const isOneTable = isRow(lines[end - 1]) && isRow(next) && !isRule(lines[end + 2]?.text ?? "");
      if (!leadsIn && !goesOn && !isOneTable) break;
      continue;
    }
    if (kindOf(line).isQuestion || kindOf(line).heading) break;
  }
  return end;
}

function isRow(line: Line | undefined): boolean {
  return line !== undefined && !line.isCode && isTableRow(line.text);
}

/** Blocks joined to passages of even width. */
function packBlocks(text: string, blocks: readonly Block[], headings: string[]): Passage[] {
  const total = blocks.reduce((sum, block) => sum + block.width, 0);
  const count = total <= MAX_WIDTH ? 1 : Math.ceil(total / TARGET_WIDTH);
  const share = total / count;
  const groups: Block[][] = [];
  let width = 0;
  for (const block of blocks) {
    const group = groups.at(-1);
    if (!group || (width > 0 && width + block.width / 2 > share && groups.length < count * 2)) {
      groups.push([block]);
      width = block.width;
    } else {
      group.push(block);
      width += block.width;
    }
  }
  return groups.flatMap((group) => {
    const first = group[0];
    const last = group.at(-1);
    if (!first || !last) return [];
    return trimmed(text, {
      start: first.start,
      end: last.end,
      headings: first.lead ? [...headings, first.lead] : headings,
    });
  });
}
