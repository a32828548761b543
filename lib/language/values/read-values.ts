import { fold } from "@/lib/language/words/fold";
import { numeralCharacters } from "./parse-numeral";
import { amountLetters, readAmount } from "./read-amount";
import { readDate } from "./read-date";
import { readHour } from "./read-hour";
import { readNumber } from "./read-number";
import { readPhone } from "./read-phone";
import type { Value } from "./value";

/**
 * The numbers, amounts, phones, days and hours of a folded text, in order, none over another, however they are written:
 * 一千二 and
 * 1,200; 兩公斤 and 2kg; (02)2345-6789 and +886 2 2345 6789; 民國 114 年 1 月 5 日 and 2025/1/5; 下午三點 and 3pm. Time is linear
 * in the length.
 *
 * Two texts speak of the same value where they share a key: a sentence says no other value than a document when for
 * each of its values one of the `keys` is among the document's `keys` and `implied`.
 */
export function readValues(folded: string): Value[] {
  const values: Value[] = [];
  for (let start = 0; start < folded.length; ) {
    const kind = beginnings[folded.charCodeAt(start)];
    if (!kind || (kind === inWord && !beginsWord(folded, start))) {
      start++;
      continue;
    }
    const read = readAt(folded, start, values.at(-1));
    values.push(...read);
    start = read.at(-1)?.end ?? skipRun(folded, start);
  }
  return values;
}

function readAt(folded: string, start: number, before: Value | undefined): Value[] {
  if (/[a-z]/.test(folded.charAt(start - 1))) return readNumber(folded, start);
  let end = start;
  while (beginnings[folded.charCodeAt(end)] === ofNumber && end < start + longestRun) end++;
  const next = folded.charAt(folded.charAt(end) === " " ? end + 1 : end);
  const isAfter = end > start;
  const one =
    ("+(08".includes(folded.charAt(start)) && readPhone(folded, start)) ||
    ((!isAfter || afterDates.includes(next)) && readDate(folded, start)) ||
    ((!isAfter || afterHours.includes(next)) && readHour(folded, start, before)) ||
    (isAfter && afterAmounts.includes(next) && readAmount(folded, start));
  return one ? [one] : readNumber(folded, start);
}

const longestRun = 15;
/** What may stand behind the first number of a day, of an hour and of an amount. */
const afterDates = fold("年學月/.-snrtojfmad");
const afterHours = fold(":點時ap");
const afterAmounts = `.,${amountLetters}`;

/** Past the digits, or the one character, that begin no value. */
function skipRun(folded: string, start: number): number {
  let end = start + 1;
  while (isDigit(folded.charCodeAt(end - 1)) && isDigit(folded.charCodeAt(end))) end++;
  return end;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

const ofNumber = 1;
const inWord = 2;
const words = "民國 凌晨 清晨 早上 上午 中午 下午 傍晚 晚上 晚間 夜間 半夜 深夜 午前 午後"
  .split(" ")
  .map(fold);
const latin = "am pm a.m p.m jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** By UTF-16 unit: whether a number begins with it, or one of the words above; + and ( begin phones only. */
const beginnings = readBeginnings();

function readBeginnings(): Uint8Array {
  const kinds = new Uint8Array(0x10000);
  for (const character of ["+", "(", ...[...words, ...latin].map((word) => word.charAt(0))])
    kinds[character.charCodeAt(0)] = inWord;
  for (const character of `0123456789${numeralCharacters}`) kinds[character.charCodeAt(0)] = ofNumber;
  return kinds;
}

function beginsWord(folded: string, start: number): boolean {
  const code = folded.charCodeAt(start);
  if (code < 0x61) return isDigit(folded.charCodeAt(start + 1));
  if (code > 0x7a) return words.includes(folded.slice(start, start + 2));
  const previous = folded.charCodeAt(start - 1);
  const isInWord = previous >= 0x61 && previous <= 0x7a;
  return !isInWord && latin.some((word) => folded.startsWith(word, start));
}
