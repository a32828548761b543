import { answerLabel, headingOf, isListItem, isTableRow, listMarker, questionLabel } from "./line-kind";
import type { Passage, Span } from "./passage";
import { splitSentences, trimSpan, widthOf } from "./split-sentences";

/**
 * Cuts a stored text into the passages that are searched and quoted. Borders are, in this order, headings,
 * question-answer pairs, blocks (paragraphs, lists with the line that leads in, tables) and sentences;
 * every character that is neither blank nor part of a heading is in exactly one passage.
 */
export function splitPassages(text: string): Passage[] {
  const lines = readLines(text);
  const trail: (Span & { level: number; title: string })[] = [];
  const passages: Passage[] = [];
  let blocks: Block[] = [];
  let unusedHeading: Span | null = null;

  const headings = () => trail.map(({ title }) => title);
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
      passages.push({ ...unusedHeading, headings: headings().slice(0, -1) });
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
    const pairEnd = endOfPair(lines, at);
    if (pairEnd > at) {
      const unused: Span | null = unusedHeading;
      if (blocks.length > 0) flush();
      else unusedHeading = null;
      const pair = readPair(text, lines.slice(at, pairEnd), headings());
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
    const end = endOfBlock(lines, at);
    blocks.push(...readBlock(text, lines.slice(at, end)));
    at = end;
  }
  flush();
  return passages;
}

/** Widths in columns (a CJK character is two). */
const TARGET_WIDTH = 900;
const MAX_WIDTH = 1400;

type Line = Span & { text: string; isBlank: boolean };

/** A stretch that is not cut; `lead` is what a later piece of the same list or table must be read with. */
type Block = Span & { width: number; lead?: string };

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    const content = text.slice(start, end);
    lines.push({ start, end, text: content, isBlank: content.trim() === "" });
    start = end + 1;
  }
  return lines;
}

function headingAt(
  lines: readonly Line[],
  at: number,
): { level: number; title: string; lines: number } | null {
  const line = lines[at];
  if (!line) return null;
  const heading = headingOf(line.text);
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
    isTableRow(line.text)
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
function endOfPair(lines: readonly Line[], at: number): number {
  const isLabelled = questionLabel(lines[at]?.text ?? "") !== null;
  if (!isLabelled && !isBareQuestion(lines, at)) return at;
  let end = at;
  while (end < lines.length && questionLabel(lines[end]?.text ?? "") !== null) end++;
  if (end === at) end++;
  for (; end < lines.length; end++) {
    const line = lines[end];
    if (!line) break;
    if (line.isBlank) {
      const next = lines[end + 1];
      // Without labels a blank line ends the answer; with them, only the next question or heading does.
      if (!isLabelled || !next) break;
      continue;
    }
    if (questionLabel(line.text) !== null || headingOf(line.text)) break;
    if (lines[end - 1]?.isBlank && (headingAt(lines, end) || isBareQuestion(lines, end))) break;
  }
  return end;
}

function isBareQuestion(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  const previous = lines[at - 1];
  if (!line || !isQuestion(line.text) || widthOf(line.text) > 160 || headingOf(line.text)) return false;
  if (previous && !previous.isBlank && !headingOf(previous.text)) return false;
  let end = at + 1;
  while (end < lines.length && lines[end]?.isBlank === false) {
    if (isQuestion(lines[end]?.text ?? "")) return false;
    end++;
  }
  return end > at + 1;
}

function isQuestion(line: string): boolean {
  return /[?？][*_\s]*$/u.test(line);
}

function readPair(text: string, lines: readonly Line[], headings: string[]): Passage[] {
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
  const pieces = packBlocks(text, readBlocks(text, answer), headings);
  return pieces.flatMap((piece, index) =>
    trimmed(text, {
      start: index === 0 ? head.start : piece.start,
      end: piece.end,
      headings: piece.headings,
      questions,
      answer: { start: piece.start, end: piece.end },
    }),
  );
}

function trimmed(text: string, passage: Passage): Passage[] {
  const span = trimSpan(text, passage.start, passage.end);
  return span ? [{ ...passage, ...span }] : [];
}

function readBlocks(text: string, span: Span): Block[] {
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
    const end = endOfBlock(lines, at);
    blocks.push(...readBlock(text, lines.slice(at, end)));
    at = end;
  }
  return blocks;
}

/** A paragraph ends at a blank line or a heading, but a line that leads in stays with its list or table. */
function endOfBlock(lines: readonly Line[], at: number): number {
  let end = at + 1;
  for (; end < lines.length; end++) {
    const line = lines[end];
    if (!line) break;
    if (line.isBlank) {
      const previous = lines[end - 1]?.text.trimEnd() ?? "";
      const next = lines[end + 1];
      const leadsIn = /[:：]$/u.test(previous) && next && (isListItem(next.text) || isTableRow(next.text));
      const goesOn = isListItem(previous) && next && isListItem(next.text);
      if (!leadsIn && !goesOn) break;
      continue;
    }
    if (questionLabel(line.text) !== null || headingOf(line.text)) break;
  }
  return end;
}

/** One block, or its pieces when it is too wide for one passage. */
function readBlock(text: string, lines: readonly Line[]): Block[] {
  const start = lines[0]?.start ?? 0;
  const end = lines.at(-1)?.end ?? start;
  const width = widthOf(text.slice(start, end));
  if (width <= MAX_WIDTH) return [{ start, end, width }];
  const isTable = lines.filter((line) => isTableRow(line.text)).length > lines.length / 2;
  const firstItem = lines.findIndex((line) => (isTable ? isTableRow(line.text) : isListItem(line.text)));
  const lead = isTable ? lines[firstItem]?.text.trim() : leadIn(lines, firstItem);
  return lines.flatMap((line, index) => {
    if (line.isBlank) return [];
    const isLed = firstItem >= 0 && index > firstItem;
    return cutLine(text, line).map((block) => (isLed && lead ? { ...block, lead } : block));
  });
}

function leadIn(lines: readonly Line[], firstItem: number): string | undefined {
  const before = lines.slice(0, Math.max(firstItem, 0)).filter((line) => !line.isBlank);
  const line = before.at(-1)?.text.trim();
  return line && widthOf(line) <= 120 ? line : undefined;
}

function cutLine(text: string, line: Span): Block[] {
  return splitSentences(text, line.start, line.end).flatMap(({ start, end }) => {
    const pieces: Block[] = [];
    let from = start;
    while (from < end) {
      const to = widthOf(text.slice(from, end)) <= MAX_WIDTH ? end : clauseBorder(text, from, end);
      pieces.push({ start: from, end: to, width: widthOf(text.slice(from, to)) });
      from = to;
    }
    return pieces;
  });
}

/** Where to cut a sentence that is longer than a passage may be. */
function clauseBorder(text: string, start: number, end: number): number {
  const half = TARGET_WIDTH / 2;
  let fallback = Math.min(end, start + half);
  for (let at = start + half / 2; at < fallback; at++) {
    if (/[，,、；;\s]/u.test(text.charAt(at)) && at > start) fallback = Math.max(at + 1, start + 1);
  }
  const low = text.charCodeAt(fallback);
  return low >= 0xdc00 && low <= 0xdfff ? fallback + 1 : fallback;
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
