import { isListItem } from "./line-kind";
import type { Span } from "./passage";

/**
 * The sentences of `text.slice(start, end)`, in order, without the blanks around them; together they hold
 * every other character. Chinese, Japanese and English; a line break ends a sentence unless the line was
 * wrapped in its middle.
 */
export function splitSentences(text: string, start = 0, end = text.length): Span[] {
  const sentences: Span[] = [];
  let from = start;
  const cut = (to: number) => {
    const span = trimSpan(text, from, to);
    if (span) sentences.push(span);
    from = to;
  };
  /** Where the ASCII stops that the loop is among end, and what closes behind them: a run is read once. */
  let stopsEnd = start;
  let after = start;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isAsciiStop(code) && stopsEnd <= at) {
      stopsEnd = skip(text, at, end, isAsciiStop);
      after = skipClosers(text, stopsEnd, end);
    }
    if (code === NEWLINE) {
      if (!isWrapped(text, from, at, end)) cut(at + 1);
    } else if (isFullStop(code) || (isAsciiStop(code) && endsAsciiSentence(text, { from, at, after, end }))) {
      const to = skip(text, at + 1, end, (unit) => isFullStop(unit) || isAsciiStop(unit));
      const closed = skipClosers(text, to, end);
      if (closed > to && CONTINUES_QUOTE.test(text.slice(closed, closed + 2))) {
        at = closed - 1;
        continue;
      }
      cut(closed);
      at = closed - 1;
    }
  }
  cut(end);
  return sentences;
}

/** The span without blanks at its ends; null when nothing is left. */
export function trimSpan(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && BLANK.test(text.charAt(from))) from++;
  while (to > from && BLANK.test(text.charAt(to - 1))) to--;
  return from < to ? { start: from, end: to } : null;
}

const BLANK = /\s/u;
const NEWLINE = 0x0a;
const CLOSERS = "」』）)】》〉”’\"'］]}";
/** 「…。」と言った: the sentence goes on after the quotation. */
const CONTINUES_QUOTE = /^[\u3068\u306e\u306a\u3001\uff0c,\u7b49]|^\u3063\u3066/u;
const ABBREVIATION =
  /(?:^|[\s(“"])(?:[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|St|Mt|No|Nos|vs|etc|Inc|Ltd|Co|Corp|Jr|Sr|Fig|Eq|approx|ca|cf|al|Gen|Col|Lt|Capt|Sgt|Rev|Hon|Gov|Sen|Rep|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|e\.g|i\.e|a\.m|p\.m|(?:[A-Za-z]\.)+[A-Za-z])$/;

function isFullStop(code: number): boolean {
  return (
    code === 0x3002 ||
    code === 0xff01 ||
    code === 0xff1f ||
    code === 0xff61 ||
    code === 0x203c ||
    code === 0x2047
  );
}

function isAsciiStop(code: number): boolean {
  return code === 0x2e || code === 0x21 || code === 0x3f || code === 0xff0e;
}

/** `after`: behind the stop at `at`, those that follow it, and what closes. */
function endsAsciiSentence(
  text: string,
  { from, at, after, end }: { from: number; at: number; after: number; end: number },
): boolean {
  const code = text.charCodeAt(at);
  if (after >= end) return true;
  const next = text.charAt(after);
  if (code === 0xff0e) return !/[\p{N}\p{L}]/u.test(next);
  if (code !== 0x2e) return BLANK.test(next) || next > "\u2e80";
  if (!BLANK.test(next)) return false;
  const following = /\S/u.exec(text.slice(after, Math.min(end, after + 40)))?.[0] ?? "";
  if (/\p{Ll}/u.test(following)) return false;
  const before = text.slice(Math.max(from, at - 24), at);
  if (ABBREVIATION.test(before)) return false;
  return !/^\s*\(?(?:\d{1,3}|[a-z])$/iu.test(text.slice(from, at));
}

function skipClosers(text: string, at: number, end: number): number {
  return skip(text, at, end, (unit) => CLOSERS.includes(String.fromCharCode(unit)));
}

function skip(text: string, at: number, end: number, isSkipped: (unit: number) => boolean): number {
  let after = at;
  while (after < end && isSkipped(text.charCodeAt(after))) after++;
  return after;
}

const WRAP_WIDTH = 40;

/** Whether the break at `at` only wraps a long line: the next line goes on in the middle of a sentence. */
function isWrapped(text: string, from: number, at: number, end: number): boolean {
  const lineStart = Math.max(from, text.lastIndexOf("\n", at - 1) + 1);
  const line = text.slice(lineStart, at).trimEnd();
  if (widthOf(line) < WRAP_WIDTH || !/[\p{L}\p{N},，、]$/u.test(line)) return false;
  const nextBreak = text.indexOf("\n", at + 1);
  const next = text.slice(at + 1, nextBreak < 0 ? end : Math.min(nextBreak, end));
  if (next.trim() === "" || isListItem(next)) return false;
  return /^\s*\p{Ll}/u.test(next) || /[,，、]$/u.test(line);
}

/** Width in columns: CJK and full-width count two. */
export function widthOf(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index++) width += text.charCodeAt(index) >= 0x2e80 ? 2 : 1;
  return width;
}
