/**
 * 「12月1日 週二 09:00」: a time (ms) within a year, as the clocks of a zone show it.
 * @param timeZone the viewer's own without one
 */
export function formatUntil(until: number, locale: string, timeZone?: string): string {
  const look = {
    month: "short",
    day: "numeric",
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
  } as const;
  return new Intl.DateTimeFormat(locale, { ...look, hourCycle: "h23", timeZone }).format(until);
}
