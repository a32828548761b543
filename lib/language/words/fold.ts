import { FOLD_FROM, FOLD_TO } from "./fold-map";
import { keepLast } from "./keep-last";

export type Folded = {
  text: string;
  /**
   * For each UTF-16 unit of `text` the offset, in the original, of the character it came from; one more
   * entry at the end holds the length of the original.
   */
  offsets: Uint32Array;
};

/**
 * The form in which texts are compared, never shown: NFKC, lower case, Latin letters without accents, no
 * space between CJK characters, every character in its Simplified form (Taiwan and Hong Kong variants and
 * Japanese shinjitai included), so that 「臺灣」, 「台湾」 and 「台 灣」 meet.
 */
export function fold(text: string): string {
  return foldLast(text);
}

/** {@link fold} with the way back: a match in the folded text can be cut out of the original. */
export function foldWithOffsets(text: string): Folded {
  return foldLastWithOffsets(text);
}

const foldLast = keepLast(foldAnew, 8);
const foldLastWithOffsets = keepLast(foldAnewWithOffsets);

function foldAnew(text: string): string {
  let folded = "";
  /** The last unit of `folded`, which is not read itself: that would copy all that was joined so far. */
  let last = 0;
  let unit = 0;
  while (unit < text.length) {
    const code = text.charCodeAt(unit);
    if (isBlank(code)) {
      const next = skipBlanks(text, unit);
      if (!(isCjk(last) && isCjk(foldedCode(text, next)))) {
        folded += " ";
        last = SPACE;
      }
      unit = next;
      continue;
    }
    const end = isPlain(code, text.charCodeAt(unit + 1)) ? unit + 1 : clusterEnd(text, unit);
    const part = foldBetween(text, unit, end);
    folded += part;
    last = part.charCodeAt(part.length - 1);
    unit = end;
  }
  return folded;
}

function foldAnewWithOffsets(text: string): Folded {
  const offsets: number[] = [];
  let folded = "";
  let last = 0;
  let unit = 0;
  while (unit < text.length) {
    const code = text.charCodeAt(unit);
    const isSpace = isBlank(code);
    const end = isSpace ? skipBlanks(text, unit) : clusterEnd(text, unit);
    let part: string;
    if (isSpace) part = isCjk(last) && isCjk(foldedCode(text, end)) ? "" : " ";
    else part = foldBetween(text, unit, end);
    if (part !== "") last = part.charCodeAt(part.length - 1);
    for (let index = 0; index < part.length; index++) offsets.push(unit);
    folded += part;
    unit = end;
  }
  offsets.push(text.length);
  return { text: folded, offsets: Uint32Array.from(offsets) };
}

/** Han, kana, bopomofo and Hangul, as one UTF-16 unit of folded text (surrogates count as rare Han). */
export function isCjk(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3041 && code <= 0x30ff && code !== 0x30fb) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xac00 && code <= 0xd7af) ||
    (code >= 0xd840 && code <= 0xd88f) ||
    (code >= 0xdc00 && code <= 0xdfff) ||
    (code >= 0x3105 && code <= 0x312f) ||
    code === 0x3005 ||
    code === 0x3007
  );
}

const SIMPLIFIED = new Map([...FOLD_FROM].map((from, index) => [from, FOLD_TO.charAt(index)]));

/** Folded forms of single UTF-16 units, filled as they are met. */
const unitForms: string[] = [];

function foldBetween(text: string, start: number, end: number): string {
  return end === start + 1 ? foldUnit(text.charCodeAt(start)) : foldCluster(text.slice(start, end));
}

function foldUnit(code: number): string {
  const known = unitForms[code];
  if (known !== undefined) return known;
  const form = foldCluster(String.fromCharCode(code));
  unitForms[code] = form;
  return form;
}

function foldCluster(cluster: string): string {
  let folded = "";
  for (const character of cluster.normalize("NFKC").toLowerCase()) {
    const code = character.charCodeAt(0);
    folded +=
      code >= 0xc0 && code < 0x250 ? withoutAccent(character) : (SIMPLIFIED.get(character) ?? character);
  }
  return folded;
}

function withoutAccent(character: string): string {
  return character.normalize("NFD").replace(/\p{M}+/gu, "");
}

/** The code of the first folded unit at `offset`: enough to see whether CJK follows. */
function foldedCode(text: string, offset: number): number {
  if (offset >= text.length) return 0;
  return foldBetween(text, offset, clusterEnd(text, offset)).charCodeAt(0);
}

/**
 * A base character with what composes with it, as far as any language goes: putting marks in order takes their square.
 */
function clusterEnd(text: string, start: number): number {
  const most = start + MAX_CLUSTER;
  let end = start + (isSurrogate(text.charCodeAt(start)) && (text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  if (isJamo(text.charCodeAt(start))) while (end < most && isJamo(text.charCodeAt(end))) end++;
  while (end < most && isCombining(text.charCodeAt(end))) end++;
  return end;
}

/** UTF-16 units. Unicode's stream-safe text (UAX #15) has at most 30 marks in a row. */
const MAX_CLUSTER = 32;
const SPACE = 0x20;

function isPlain(code: number, next: number): boolean {
  return !(isSurrogate(code) || isJamo(code) || isCombining(next));
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

function isJamo(code: number): boolean {
  return code >= 0x1100 && code <= 0x11ff;
}

function isCombining(code: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f) ||
    code === 0x3099 ||
    code === 0x309a ||
    code === 0xff9e ||
    code === 0xff9f
  );
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || code === 0x200b;
}

function skipBlanks(text: string, start: number): number {
  let end = start;
  while (isBlank(text.charCodeAt(end))) end++;
  return end;
}
