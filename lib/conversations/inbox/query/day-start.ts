const dayMs = 86_400_000;

/**
 * When a day begins, Unix milliseconds, as clocks of a time zone show it.
 * @param day `2026-11-29`
 * @param later so many days after it
 */
export function dayStart(day: string, timeZone: string, later = 0): number {
  const midnight = Date.parse(`${day}T00:00:00Z`) + later * dayMs;
  // Twice, for the clocks may have been changed between the first guess and that time.
  const guess = midnight - offsetAt(midnight, timeZone);
  return midnight - offsetAt(guess, timeZone);
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
