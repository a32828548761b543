import { fold } from "@/lib/language/words/fold";
import { numeralClass, parseNumeral } from "./parse-numeral";
import type { Value } from "./value";

/**
 * The time of day that begins at `start` of a folded text, as `HH:MM`. `before`: the value before it, whose half of the
 * day the end of a range shares: 「下午兩點到五點」. Without a half, 「三點」 may be in the morning, in the afternoon, or three
 * points.
 */
export function readHour(folded: string, start: number, before: Value | undefined): Value | null {
  const match =
    clock.exec(at(clock, folded, start)) ??
    spoken.exec(at(spoken, folded, start)) ??
    short.exec(at(short, folded, start));
  if (!match?.groups) return null;
  const { first, last, hour = "", minute, part } = match.groups;
  const hours = parseNumeral(hour);
  const minutes = minutesOf(minute, part);
  if (hours === null || hours > 24 || minutes === null || minutes > 59) return null;
  const half = halfOf(last ?? first) ?? (isRange(folded, before, start) ? halfSaid(before, hours) : null);
  const value = { kind: "hour", implied: [], start, end: start + match[0].length } as const;
  if (half) return { ...value, keys: [toKey(half(hours), minutes)] };
  if (match[0].includes(":")) return { ...value, keys: [toKey(hours % 24, minutes)] };
  const halves = hours >= 1 && hours < 12 ? [hours, hours + 12] : [hours % 24];
  const number = minute === undefined && part === undefined ? [String(hours)] : [];
  return { ...value, keys: [...halves.map((one) => toKey(one, minutes)), ...number] };
}

const parts = "凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚間|夜間|半夜|深夜|午前|午後|[ap]\\.?m\\.?";
const first = `(?:(?<first>${fold(parts)}) ?)?`;
const clock = new RegExp(
  `${first}(?<!\\d)(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::\\d{2})?(?: ?(?<last>[ap]\\.?m\\.?)(?![a-z]))?(?![\\d:])`,
  "y",
);
const spoken = new RegExp(
  `${first}(?<hour>\\d{1,2}|${numeralClass}{1,3}) ?(?:点|时(?![间候]))(?: ?(?<part>半|整|一刻|三刻|钟)|(?: ?(?<minute>\\d{1,2}|${numeralClass}{1,3})(?= ?分))(?: ?分)|(?<minute>[0-5]\\d(?!\\d)|[二三四五]?十[一二三四五六七八九]?(?!${numeralClass})))?`,
  "y",
);
const short = /(?<hour>\d{1,2}) ?(?<last>[ap]\.?m\.?)(?![a-z])/y;

function at(pattern: RegExp, folded: string, start: number): string {
  pattern.lastIndex = start;
  return folded;
}

function minutesOf(minute: string | undefined, part: string | undefined): number | null {
  if (minute !== undefined) return parseNumeral(minute);
  if (part === "半") return 30;
  if (part === "一刻") return 15;
  return part === "三刻" ? 45 : 0;
}

type Half = (hours: number) => number;
const morning: Half = (hours) => (hours === 12 ? 0 : hours % 24);
const afternoon: Half = (hours) => (hours < 12 ? hours + 12 : hours % 24);
const noon: Half = (hours) => (hours < 10 ? hours + 12 : hours);
const night: Half = (hours) => (hours === 12 ? 0 : hours < 5 ? hours : afternoon(hours));

function halfOf(part: string | undefined): Half | null {
  if (!part) return null;
  if (/^[ap]/.test(part)) return part.startsWith("a") ? morning : afternoon;
  if (part === "中午") return noon;
  if (/^(?:晚|夜|半夜|深夜)/.test(part)) return night;
  return /^(?:下午|傍晚|午后)/.test(part) ? afternoon : morning;
}

function isRange(folded: string, before: Value | undefined, start: number): boolean {
  return (
    before?.kind === "hour" &&
    before.keys.length === 1 &&
    /^ ?[-~–—到至] ?$/.test(folded.slice(before.end, start))
  );
}

/** The end of a range lies after its beginning: 「下午兩點到五點」. */
function halfSaid(before: Value | undefined, hours: number): Half | null {
  const from = Number(before?.keys[0]?.slice(0, 2));
  return hours < 12 && from >= 12 && hours + 12 > from ? afternoon : null;
}

function toKey(hours: number, minutes: number): string {
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}
