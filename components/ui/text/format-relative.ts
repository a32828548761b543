const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const steps = [
  { unit: "minute", ms: minute, until: hour },
  { unit: "hour", ms: hour, until: day },
  { unit: "day", ms: day, until: 30 * day },
  { unit: "month", ms: 30 * day, until: 365 * day },
  { unit: "year", ms: 365 * day, until: Number.POSITIVE_INFINITY },
] as const;

/**
 * 「3 分鐘前」. `time` and `now` in ms since the epoch. Whole units that have passed; under a minute, either way, is
 * "now". Days are spans of 24 hours and not called yesterday, for that would depend on the reader's zone.
 */
export function formatRelative(time: number, now: number, locale: string): string {
  const difference = time - now;
  const distance = Math.abs(difference);
  const step = steps.find(({ until }) => distance < until) ?? steps[4];
  if (distance < minute) return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(0, "second");
  return new Intl.RelativeTimeFormat(locale).format(Math.trunc(difference / step.ms), step.unit);
}
