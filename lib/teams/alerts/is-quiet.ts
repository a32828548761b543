/** From when to when nobody is disturbed, `HH:MM`; null for never. */
export type QuietHours = { from: string; to: string } | null;

/**
 * Whether the time (Unix milliseconds) lies in quiet hours, as a clock of that time zone shows it; they may go over
 * midnight.
 */
export function isQuiet(hours: QuietHours, at: number, timeZone: string): boolean {
  if (!hours) return false;
  const { from, to } = hours;
  const now = new Date(at).toLocaleTimeString("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
  return from <= to ? from <= now && now < to : from <= now || now < to;
}
