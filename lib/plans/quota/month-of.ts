import { atClock, showClock } from "@/lib/zone-clock";

/** A month of a time zone: its name, `2026-12`, and when it begins and ends, Unix milliseconds. */
export type Month = { name: string; start: number; end: number };

const known = new Map<string, Month>();

/** The month that the clocks of a time zone show. */
export function monthOf(now: number, timeZone: string): Month {
  const last = known.get(timeZone);
  if (last && now >= last.start && now < last.end) return last;
  const name = showClock(now, timeZone).slice(0, 7);
  const month = { name, start: atClock(`${name}-01T00:00`, timeZone), end: startAfter(name, timeZone) };
  known.set(timeZone, month);
  return month;
}

function startAfter(name: string, timeZone: string): number {
  const [year = 0, month = 0] = name.split("-").map(Number);
  return atClock(`${new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)}T00:00`, timeZone);
}
