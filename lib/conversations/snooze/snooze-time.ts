import { isDay } from "@/lib/conversations/inbox/query/chat-query";
import { atClock, showClock } from "@/lib/zone-clock";

/** What members choose from: in three hours, tomorrow at nine, the next Monday at nine. */
export const snoozeChoices = ["later", "tomorrow", "monday"] as const;
export type SnoozeChoice = (typeof snoozeChoices)[number];

const hourMs = 3_600_000;
const laterMs = 3 * hourMs;
const dayMs = 24 * hourMs;
const clockTime = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d$/;

/** No chat is put off for longer. */
export const longestSnoozeMs = 366 * dayMs;

/**
 * When a snooze ends that is chosen now, Unix milliseconds; null for what says no time.
 * @param until a choice, or a time as the team's clocks show it: `2026-12-01T09:30`
 */
export function snoozeTime(until: string, now: number, timeZone: string): number | null {
  if (until === "later") return now + laterMs;
  if (until === "tomorrow") return atNine(1, now, timeZone);
  if (until === "monday") return atNine(daysToMonday(now, timeZone), now, timeZone);
  const [, day] = clockTime.exec(until) ?? [];
  return day !== undefined && isDay(day) ? atClock(until, timeZone) : null;
}

/** At nine so many days after today, as the zone's clocks show both. */
function atNine(days: number, now: number, timeZone: string): number {
  const day = new Date(Date.parse(`${showClock(now, timeZone).slice(0, 10)}T00:00Z`) + days * dayMs);
  return atClock(`${day.toISOString().slice(0, 10)}T09:00`, timeZone);
}

/** 1 to 7: a Monday's next one is in a week. */
function daysToMonday(now: number, timeZone: string): number {
  const weekday = new Date(`${showClock(now, timeZone).slice(0, 10)}T00:00Z`).getUTCDay();
  return 7 - ((weekday + 6) % 7);
}
