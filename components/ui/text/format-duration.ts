const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** 「12 分鐘」: the whole minutes, hours or days in a span of ms; null under a minute. */
export function formatDuration(ms: number, locale: string): string | null {
  if (ms < minute) return null;
  const [unit, size] = ms < hour ? ["minute", minute] : ms < day ? ["hour", hour] : ["day", day];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(
    Math.floor(ms / size),
  );
}
