import { atClock } from "@/lib/zone-clock";

const dayMs = 86_400_000;

/**
 * When a day begins, Unix milliseconds, as clocks of a time zone show it.
 * @param day `2026-11-29`
 * @param later so many days after it
 */
export function dayStart(day: string, timeZone: string, later = 0): number {
  const wanted = new Date(Date.parse(`${day}T00:00:00Z`) + later * dayMs);
  return atClock(wanted.toISOString().slice(0, -8), timeZone);
}
