import { numeralClass, parseNumeral } from "./parse-numeral";
import type { Value } from "./value";

/**
 * The day, month of a year or year that begins at `start` of a folded text; years of the Republic are turned into
 * common ones.
 */
export function readDate(folded: string, start: number): Value | null {
  for (const { pattern, read } of forms) {
    pattern.lastIndex = start;
    const match = pattern.exec(folded);
    const states = match && read(match);
    if (states) return { kind: "date", ...states, start, end: start + match[0].length };
  }
  return null;
}

type States = Pick<Value, "keys" | "implied">;
type Form = { pattern: RegExp; read: (match: RegExpExecArray) => States | null };

const small = `(\\d{1,2}|${numeralClass}{1,3})`;
const year = `(民国 ?)?(\\d{2,4}|${numeralClass}{2,7})`;
const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthName = `(${monthNames.join("|")})(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\.?`;
const ordinal = "(?:st|nd|rd|th)?(?![\\da-z])";

const forms: readonly Form[] = [
  {
    pattern: new RegExp(`${year} ?年 ?${small} ?月 ?${small} ?[日号]`, "y"),
    read: ([, era, y, m, d]) => toDay(toYear(y, era), toNumber(m), toNumber(d)),
  },
  {
    pattern: /(?<!\d)(民国 ?)?(\d{2,4})([/.-])(\d{1,2})\3(\d{1,2})(?!\d)/y,
    read: ([, era, y, , m, d]) => toDay(toYear(y, era), toNumber(m), toNumber(d)),
  },
  {
    pattern: new RegExp(`${year} ?年 ?${small} ?月`, "y"),
    read: ([, era, y, m]) => toMonth(toYear(y, era), toNumber(m)),
  },
  {
    pattern: new RegExp(`民国 ?(\\d{1,3}|${numeralClass}{1,7}) ?(?:学?年度?)?`, "y"),
    read: ([, y]) => toOnlyYear(toYear(y, "民国"), null),
  },
  {
    pattern: new RegExp(`(?<![\\d,.])(\\d{2,3}|${numeralClass}{3,6}) ?学?年度?`, "y"),
    read: ([, y]) => toOnlyYear(toYear(y, undefined), toNumber(y)),
  },
  {
    pattern: new RegExp(`${small} ?月 ?${small} ?[日号]`, "y"),
    read: ([, m, d]) => toDay(null, toNumber(m), toNumber(d)),
  },
  {
    pattern: /(?<![\d/.])(\d{1,2})\/(\d{1,2})(?![\d/])/y,
    read: ([, m, d]) => toDay(null, toNumber(m), toNumber(d)),
  },
  {
    pattern: new RegExp(`${monthName} (\\d{1,2})${ordinal}(?:,? (\\d{4})(?!\\d))?`, "y"),
    read: ([, name, d, y]) => toDay(y ? Number(y) : null, monthOf(name), toNumber(d)),
  },
  {
    pattern: new RegExp(
      `(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${monthName}(?![a-z])(?:,? (\\d{4})(?!\\d))?`,
      "y",
    ),
    read: ([, d, name, y]) => toDay(y ? Number(y) : null, monthOf(name), toNumber(d)),
  },
];

/** 1911 is added to a year of the Republic; a bare 「114 年」 is one too. */
function toYear(written: string | undefined, era: string | undefined): number | null {
  const value = toNumber(written);
  if (value === null) return null;
  if (era) return value > 0 && value < 200 ? value + republic : null;
  if (value >= bareFrom && value <= bareTo) return value + republic;
  return value >= 1900 && value < 2200 ? value : null;
}

const republic = 1911;
/** Without 民國 in front; a guarantee lasts less long. */
const bareFrom = 101;
const bareTo = 150;

function toDay(yearOf: number | null, month: number | null, day: number | null): States | null {
  if (!isWithin(month, 1, 12) || !isWithin(day, 1, 31)) return null;
  const inYear = `${padded(month)}-${padded(day)}`;
  return yearOf === null
    ? { keys: [inYear], implied: [] }
    : { keys: [`${yearOf}-${inYear}`], implied: [inYear, String(yearOf)] };
}

function toMonth(yearOf: number | null, month: number | null): States | null {
  if (yearOf === null || !isWithin(month, 1, 12)) return null;
  return { keys: [`${yearOf}-${padded(month)}`], implied: [String(yearOf)] };
}

function toOnlyYear(yearOf: number | null, written: number | null): States | null {
  if (yearOf === null) return null;
  return { keys: written === null ? [String(yearOf)] : [String(yearOf), String(written)], implied: [] };
}

function toNumber(written: string | undefined): number | null {
  return written === undefined ? null : parseNumeral(written);
}

function monthOf(name: string | undefined): number | null {
  const at = monthNames.indexOf(name ?? "");
  return at < 0 ? null : at + 1;
}

function isWithin(value: number | null, least: number, most: number): value is number {
  return value !== null && value >= least && value <= most;
}

function padded(value: number): string {
  return String(value).padStart(2, "0");
}
