import { readSpans, type Span } from "./read-spans";
import { readSpecialDays } from "./read-special-days";

/** When somebody is there, as a bot's row has it. */
export type OfficeHours = {
  /** An IANA time zone. */
  zone: string;
  /** Monday's hours first, see `readSpans`. */
  week: readonly string[];
  /** Days with others, see `readSpecialDays`; the first that a day is in counts. */
  special: readonly string[];
};

/**
 * Whether they are open; where not, when they open next, as Unix milliseconds: null where that isn't within 400 days.
 */
export type OfficeState = { isOpen: boolean; opensAt: number | null };

/**
 * Whether the hours are open at a time (Unix milliseconds), and when they are next. Times of day are those of the
 * zone's clocks: one that a change of them skips is the moment of the change, of one that comes twice the first opens
 * and the last closes.
 */
export function officeState({ zone, week, special }: OfficeHours, at: number): OfficeState {
  const offsetAt = offsetsOf(zone);
  const days = week.map((text) => readSpans(text) ?? []);
  const exceptions = special.flatMap((line) => readSpecialDays(line) ?? []);
  const today = Math.floor((at + offsetAt(at)) / dayMs);
  for (let day = today - 1; day <= today + farthest; day += 1) {
    for (const { from, to } of spansOf(day, days, exceptions)) {
      const end = toInstant(day * dayMs + to * minuteMs, offsetAt, "last");
      const start = toInstant(day * dayMs + from * minuteMs, offsetAt, "first");
      if (end <= at || end <= start) continue;
      return start <= at ? { isOpen: true, opensAt: null } : { isOpen: false, opensAt: start };
    }
  }
  return { isOpen: false, opensAt: null };
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const farthest = 400;

/** @param day days since 1970-01-01, as the zone counts them */
function spansOf(
  day: number,
  week: readonly Span[][],
  exceptions: ReadonlyArray<{ from: string; to: string; spans: Span[] }>,
): readonly Span[] {
  const date = new Date(day * dayMs).toISOString().slice(0, 10);
  const found = exceptions.find(({ from, to }) => {
    const key = date.slice(date.length - from.length);
    return from <= to ? from <= key && key <= to : key >= from || key <= to;
  });
  // 1970-01-01 was a Thursday.
  return found?.spans ?? week[(day + 3) % 7] ?? [];
}

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetsOf(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  return (at) => {
    const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
    const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
    return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * minuteMs;
  };
}

/** The instant at which the zone's clocks show a time, given as if it were UTC's. */
function toInstant(shown: number, offsetAt: (at: number) => number, which: "first" | "last"): number {
  const offsets = [offsetAt(shown - dayMs), offsetAt(shown + dayMs)];
  const instants = offsets.map((offset) => shown - offset).filter((at) => at + offsetAt(at) === shown);
  if (instants.length > 0) return which === "first" ? Math.min(...instants) : Math.max(...instants);
  return changeBetween(shown - Math.max(...offsets), shown - Math.min(...offsets), offsetAt);
}

/** When the clocks change between two instants of different offsets, to the minute. */
function changeBetween(before: number, after: number, offsetAt: (at: number) => number): number {
  const offset = offsetAt(before);
  let [low, high] = [before, after];
  while (high - low > minuteMs) {
    const middle = low + Math.floor((high - low) / (2 * minuteMs)) * minuteMs;
    if (offsetAt(middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}
