import { isListItem, isTableRow } from "@/lib/language/line-kind";
import type { Passage, Span } from "@/lib/language/passage";
import { splitSentences, widthOf } from "@/lib/language/split-sentences";
import { linesOf } from "../layout/lines-of";

/** Columns (a Han character is two): what is read at one glance. */
const unitWidth = 240;
/** Of a section that is said whole though only one of its lines was asked for. */
const sectionWidth = 240;
/** Of a section whose lines are a fact each. */
const factsShare = 0.5;
const label = /^[^\s：:。，,.]{1,10}\s*[：:]\s*\S/u;

/**
 * The unit of a text that a reader needs around a sentence, up to about 120 Han characters: the whole short section or
 * answer, else the paragraph or line, else as many of its sentences as fit, from this one on. Lines that stand for
 * themselves (list items, rows, 「電話：02-…」) are units of their own.
 */
export function growQuote(text: string, span: Span, passage: Passage): Span {
  const body = passage.answer ?? passage;
  const lines = linesOf(text, body.start, body.end);
  const alone = lines.filter((line) => standsAlone(text, line)).length;
  const isFacts = alone >= lines.length * factsShare;
  if (!isFacts && isWithin(text, body, sectionWidth)) return { start: body.start, end: body.end };
  const first = lines.findIndex((line) => span.start < line.end);
  const last = lines.findLastIndex((line) => line.start < span.end);
  const [from, to] = [lines[first], lines[last]];
  if (!from || !to) return span;
  const unit = { start: Math.min(from.start, span.start), end: Math.max(to.end, span.end) };
  if (!isWithin(text, unit, unitWidth)) return growBySentences(text, span, unit);
  if (isFacts || standsAlone(text, from)) return unit;
  return growByLines(text, lines, unit, first, last);
}

/** The lines around that fit, those that follow first; none beyond a blank line. */
function growByLines(text: string, lines: readonly Span[], unit: Span, first: number, last: number): Span {
  let { start, end } = unit;
  for (const next of lines.slice(last + 1)) {
    if (/\n\s*\n/u.test(text.slice(end, next.start)) || !isWithin(text, { start, end: next.end }, unitWidth))
      break;
    end = next.end;
  }
  for (const previous of lines.slice(0, first).reverse()) {
    if (
      /\n\s*\n/u.test(text.slice(previous.end, start)) ||
      !isWithin(text, { start: previous.start, end }, unitWidth)
    )
      break;
    start = previous.start;
  }
  return { start, end };
}

function standsAlone(text: string, { start, end }: Span): boolean {
  const line = text.slice(start, Math.min(end, start + 400));
  return isListItem(line) || isTableRow(line) || label.test(line);
}

/** As many whole sentences of the unit as fit: those that follow first, then those before. */
function growBySentences(text: string, span: Span, unit: Span): Span {
  let { start, end } = span;
  const sentences = splitSentences(text, unit.start, unit.end);
  for (const next of sentences.filter((sentence) => sentence.start >= end)) {
    if (!isWithin(text, { start, end: next.end }, unitWidth)) break;
    end = next.end;
  }
  for (const previous of sentences.filter((sentence) => sentence.end <= start).reverse()) {
    if (!isWithin(text, { start: previous.start, end }, unitWidth)) break;
    start = previous.start;
  }
  return { start, end };
}

/** Nothing of what is longer is measured. */
function isWithin(text: string, { start, end }: Span, width: number): boolean {
  return end - start <= width && widthOf(text.slice(start, end)) <= width;
}
