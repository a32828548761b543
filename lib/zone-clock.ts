const minute = 60_000;

/**
 * When the clocks of a time zone show that time, Unix milliseconds. Of a time that they show twice it is one; of one
 * that they leave out it is one within an hour of it.
 * @param shown `2026-11-29T09:00`
 */
export function atClock(shown: string, timeZone: string): number {
  const utc = Date.parse(`${shown}Z`);
  // Twice, for the clocks may have been changed between the first guess and that time.
  const guess = utc - offsetAt(utc, timeZone);
  return utc - offsetAt(guess, timeZone);
}

/** What the clocks of a time zone show at a time (Unix milliseconds), to the minute: `2026-11-29T09:00`. */
export function showClock(at: number, timeZone: string): string {
  return new Date(Math.floor((at + offsetAt(at, timeZone)) / minute) * minute).toISOString().slice(0, -8);
}

/** How far a zone's clocks are ahead of UTC at a time, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    ...{ year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" },
    second: "numeric",
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  const shown = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    ...[part("hour"), part("minute"), part("second")],
  );
  return shown - Math.floor(at / 1_000) * 1_000;
}
