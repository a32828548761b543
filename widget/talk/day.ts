import { div } from "../dom";
import type { Locale } from "../locale";
import type { Words } from "./talk-options";

/** The line before the first turn of a day; null within a day, and at the start of a conversation of today. */
export function createDay(
  at: number,
  before: number | undefined,
  words: Words,
  locale: Locale,
): HTMLElement | null {
  const [day, today] = [new Date(at), new Date().toDateString()];
  const isToday = day.toDateString() === today;
  if (day.toDateString() === (before ? new Date(before).toDateString() : today)) return null;
  return div("day", isToday ? words.today : day.toLocaleDateString(locale, { dateStyle: "full" }));
}
