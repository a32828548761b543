import { fold } from "@/lib/language/words/fold";
import { numeralClass, parseNumeral } from "./parse-numeral";
import type { Value } from "./value";

/** The number that begins at `start` of a folded text; two for 「兩三天」, none for the 「一」 of 「一個」 and for idioms. */
export function readNumber(folded: string, start: number): Value[] {
  if (isDigit(folded.charAt(start))) {
    written.lastIndex = start;
    const digits = written.exec(folded)?.[0] ?? "";
    return toValues([digits], start, digits.length);
  }
  numeral.lastIndex = start;
  const read = numeral.exec(folded)?.[0];
  if (read === undefined || idioms.has(read)) return [];
  const next = folded.slice(start + read.length, start + read.length + 2);
  if (read.length === 1)
    return isCounted(read, folded.charAt(start - 1), next) ? toValues([read], start, 1) : [];
  return toValues(isSpread(read, next) ? [...read] : [read], start, read.length);
}

const written =
  /\d{1,15}(?:,\d{3}(?!\d)){0,4}(?:\.\d{1,6}(?![\d.]))?(?: ?[百千万](?:\d{1,4}[百千]?)?|k(?![a-z]))?/y;
const numeral = new RegExp(`${numeralClass}{1,12}`, "y");
const idioms = new Set(["万一", "千万", "一一", "百百"].map(fold));
const measures = new Set(
  fold("天日週月年個小時分鐘秒元塊折件樓號歲次倍成包盒罐瓶組人位公斤克點張杯種項片支本台間樣"),
);
const firsts = new Set(fold("月樓號"));
const weekdays = new Set(fold("週期拜"));

/** A character alone counts before a measure word, or before the end of a range: 「三到五天」. */
function isCounted(character: string, previous: string, next: string): boolean {
  if (weekdays.has(previous)) return false;
  if (character === "一") return firsts.has(next.charAt(0));
  if (character === "十" && next.startsWith("分") && next !== "分钟") return false;
  return measures.has(next.charAt(0)) || ranged.test(next);
}

const ranged = new RegExp(`^[到至~-]${numeralClass}`);

/** 「兩三天」 is two days or three; 「八五折」 is 85. */
function isSpread(read: string, next: string): boolean {
  const [first = 0, second = 0] = [...read].map((one) => parseNumeral(one) ?? 0);
  return (
    read.length === 2 &&
    second === first + 1 &&
    first > 0 &&
    next.charAt(0) !== "折" &&
    measures.has(next.charAt(0))
  );
}

function isDigit(character: string): boolean {
  return character >= "0" && character <= "9";
}

function toValues(read: readonly string[], start: number, length: number): Value[] {
  return read.flatMap((one) => {
    const value = parseNumeral(one);
    return value === null
      ? []
      : [{ kind: "number", keys: [String(value)], implied: [], start, end: start + length } satisfies Value];
  });
}
