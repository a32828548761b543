import { isCjk } from "./fold";
import { stem } from "./stem";

/**
 * Calls `visit` with every search term of a folded text, in order. A term is an unsigned 32-bit number:
 * a CJK character is its UTF-16 code, a CJK bigram its two codes, a word a hash between the two.
 *
 * CJK runs give unigrams and bigrams. Words (Latin, digits, other scripts) are stemmed and split where
 * letters meet digits, then given joined as well, as is a short word joined to the next by a hyphen (Wi-Fi, wifi); two
 * words in a row are a term too.
 */
export function forEachTerm(folded: string, visit: (term: number) => void): void {
  let previousCjk = 0;
  let previousWord = "";
  let prefix = "";
  let prefixEnd = 0;
  let unit = 0;
  while (unit < folded.length) {
    const code = folded.charCodeAt(unit);
    if (isCjk(code)) {
      if (previousCjk) visit(previousCjk * 0x10000 + code);
      visit(code);
      previousCjk = code;
      previousWord = "";
      unit++;
      continue;
    }
    const isAfterCjk = previousCjk !== 0;
    previousCjk = 0;
    if (!isWordUnit(code)) {
      unit++;
      continue;
    }
    const start = unit;
    while (unit < folded.length && continuesWord(folded, unit)) unit++;
    const written = folded.slice(start, unit);
    const word = /[,'’]/.test(written) ? written.replace(/['’]s$/, "").replace(/[,'’]/g, "") : written;
    const isBesideCjk = isAfterCjk || isCjk(folded.charCodeAt(unit));
    const isPrefixed = prefixEnd === start - 1 && isHyphen(folded.charCodeAt(prefixEnd));
    if (isPrefixed && prefix !== "") visit(hashWord(stem(prefix + word), "word"));
    prefix = word.length <= LONGEST_PREFIX ? word : "";
    prefixEnd = unit;
    const parts = /\p{N}/u.test(word) ? (word.match(/\p{N}+|[^\p{N}]+/gu) ?? []) : [word];
    if (parts.length > 1) visit(hashWord(word, "word"));
    for (const part of parts) {
      const stemmed = stem(part);
      visit(hashWord(stemmed, STOP_WORDS.has(part) && !isBesideCjk ? "stopWord" : "word"));
      if (previousWord) visit(hashWord(`${previousWord} ${stemmed}`, "pair"));
      previousWord = stemmed;
    }
  }
}

/** The term of a value in its one form, as `readValues` gives it: that of the word, where it is written so. */
export function valueTerm(key: string): number {
  return hashWord(key, "word");
}

export type TermKind = "cjk" | keyof typeof WORD_BASES;

export function termKind(term: number): TermKind {
  if (term < WORD_BASES.word || term >= WORD_BASES.pair + WORD_ROOM) return "cjk";
  if (term < WORD_BASES.stopWord) return "word";
  return term < WORD_BASES.pair ? "stopWord" : "pair";
}

export function isCjkBigram(term: number): boolean {
  return term > 0xffff && termKind(term) === "cjk";
}

/** The two characters (UTF-16 units) of a CJK bigram. */
export function bigramCharacters(term: number): [string, string] {
  return [String.fromCharCode(term >>> 16), String.fromCharCode(term & 0xffff)];
}

/** Whether a term is written in hiragana only: particles and endings, mostly. */
export function isHiraganaTerm(term: number): boolean {
  return term < 0x10000 ? isHiragana(term) : isHiragana(term >>> 16) && isHiragana(term & 0xffff);
}

/** Words live between the CJK characters and the bigrams, which begin at 0x30000000: no CJK unit is lower. */
const WORD_BASES = { word: 0x1_0000, stopWord: 0x1000_0000, pair: 0x2000_0000 };
const WORD_ROOM = 0x0fff_0000;

function hashWord(word: string, kind: keyof typeof WORD_BASES): number {
  // FNV-1a, 32 bits.
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  hash ^= hash >>> 15;
  return WORD_BASES[kind] + ((hash >>> 0) % WORD_ROOM);
}

function continuesWord(text: string, unit: number): boolean {
  const code = text.charCodeAt(unit);
  if (isWordUnit(code)) return true;
  const next = text.charCodeAt(unit + 1);
  if (code === 0x2c)
    return [-1, 1, 2, 3].every((step) => isDigitAt(text, unit + step)) && !isDigitAt(text, unit + 4);
  return (code === 0x27 || code === 0x2019) && next >= 0x61 && next <= 0x7a;
}

const LONGEST_PREFIX = 2;

function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011;
}

function isWordUnit(code: number): boolean {
  if (code < 0x80) return isDigit(code) || (code >= 0x61 && code <= 0x7a);
  if (isCjk(code)) return false;
  const known = otherUnits[code];
  if (known !== 0) return known === inWord;
  const isOfWord = OTHER_WORD_UNIT.test(String.fromCharCode(code));
  otherUnits[code] = isOfWord ? inWord : between;
  return isOfWord;
}

/** What is known of other units, filled as they are met. */
const otherUnits = new Uint8Array(0x10000);
const inWord = 1;
const between = 2;

const OTHER_WORD_UNIT = /[\p{L}\p{N}\p{M}]/u;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isDigitAt(text: string, unit: number): boolean {
  return isDigit(text.charCodeAt(unit));
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
