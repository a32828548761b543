import { isCjk } from "./fold";
import { stem } from "./stem";

/**
 * Calls `visit` with every search term of a folded text, in order. A term is an unsigned 32-bit number:
 * a CJK character is its UTF-16 code, a CJK bigram its two codes, a word a hash in between the two.
 *
 * CJK runs give unigrams and bigrams; words (Latin, digits, other scripts) are split where letters meet
 * digits and given joined as well; English words are stemmed, stop words left out.
 */
export function forEachTerm(folded: string, visit: (term: number) => void): void {
  let previous = 0;
  let unit = 0;
  while (unit < folded.length) {
    const code = folded.charCodeAt(unit);
    if (isCjk(code)) {
      if (previous) visit(previous * 0x10000 + code);
      visit(code);
      previous = code;
      unit++;
      continue;
    }
    const isAfterCjk = previous !== 0;
    previous = 0;
    if (!isWordUnit(code)) {
      unit++;
      continue;
    }
    const start = unit;
    while (unit < folded.length && continuesWord(folded, unit)) unit++;
    visitWord(folded.slice(start, unit), isAfterCjk || isCjk(folded.charCodeAt(unit)), visit);
  }
}

/** Whether a term is written in hiragana only: particles and endings, mostly. */
export function isHiraganaTerm(term: number): boolean {
  return term < 0x10000 ? isHiragana(term) : isHiragana(term >>> 16) && isHiragana(term & 0xffff);
}

/** Whether a term comes from Latin letters, digits or another script that separates its words. */
export function isWordTerm(term: number): boolean {
  return term >= 0x10000 && term < WORD_END;
}

/** No CJK unit is below U+3000, so bigrams start here. */
const WORD_END = 0x3000_0000;

function visitWord(run: string, isBesideCjk: boolean, visit: (term: number) => void): void {
  const word = run.replace(/['’]s$/, "").replace(/[,'’]/g, "");
  const parts = word.match(/\p{N}+|[^\p{N}]+/gu) ?? [];
  if (parts.length > 1) visit(wordTerm(word));
  for (const part of parts) if (isBesideCjk || !STOP_WORDS.has(part)) visit(wordTerm(stem(part)));
}

const termOfWord = new Map<string, number>();
const TERMS_KEPT = 50_000;

function wordTerm(word: string): number {
  const known = termOfWord.get(word);
  if (known !== undefined) return known;
  // FNV-1a, 32 bits.
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  hash ^= hash >>> 15;
  const term = 0x10000 + ((hash >>> 0) % (WORD_END - 0x10000));
  if (termOfWord.size >= TERMS_KEPT) termOfWord.clear();
  termOfWord.set(word, term);
  return term;
}

function continuesWord(text: string, unit: number): boolean {
  const code = text.charCodeAt(unit);
  if (isWordUnit(code)) return true;
  const next = text.charCodeAt(unit + 1);
  if (code === 0x2c)
    return isDigit(text.charCodeAt(unit - 1)) && /^\d{3}(?!\d)/.test(text.slice(unit + 1, unit + 5));
  return (code === 0x27 || code === 0x2019) && next >= 0x61 && next <= 0x7a;
}

function isWordUnit(code: number): boolean {
  if (code < 0x80) return isDigit(code) || (code >= 0x61 && code <= 0x7a);
  return !isCjk(code) && OTHER_WORD_UNIT.test(String.fromCharCode(code));
}

const OTHER_WORD_UNIT = /[\p{L}\p{N}\p{M}]/u;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isHiragana(code: number): boolean {
  return code >= 0x3041 && code <= 0x309f;
}

const STOP_WORDS = new Set(
  `a about after all also am an and any are aren arent as at be been being but by can cant could couldnt did didnt do
  does doesnt doing dont for from had hadnt has hasnt have havent having he her hers him his how i id if ill im in into
  is isnt it its ive just let lets like may me might must my of on or our ours please shall she should so some such
  than that thats the their theirs them then there theres these they this those to too up us was wasnt we well were
  werent what whats when whens where wheres which while who whom whos whose why will with wont would wouldnt yes you
  youre your yours tell know want need get`.split(/\s+/),
);
