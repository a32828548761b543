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
  const [own, previous, today] = [at, before ?? Date.now(), Date.now()].map((time) =>
    new Date(time).toDateString(),
  );
  if (own === previous) return null;
  const day = new Date(at).toLocaleDateString(locale, { dateStyle: "full" });
  return div("day", own === today ? words.today : day);
}
