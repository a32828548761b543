import { readSpans } from "./read-spans";
import type { HoursOfBot } from "./to-hours";

const days = {
  zh: ["週一", "週二", "週三", "週四", "週五", "週六", "週日"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
} as const;

/** A bot's usual week in a line (「週一到週五 09:00–18:00、週六 10:00–12:00」), in both languages; null where it has no hours. */
export function sayHours({
  hasHours,
  hoursWeek,
}: Pick<HoursOfBot, "hasHours" | "hoursWeek">): { zh: string; en: string } | null {
  if (!hasHours) return null;
  const runs: { first: number; last: number; hours: string }[] = [];
  for (const [day, hours] of hoursWeek.entries()) {
    if ((readSpans(hours) ?? []).length === 0) continue;
    const run = runs.at(-1);
    if (run && run.last === day - 1 && run.hours === hours) run.last = day;
    else runs.push({ first: day, last: day, hours });
  }
  if (runs.length === 0) return null;
  const say = (names: readonly string[], to: string, between: string, inDay: string) =>
    runs
      .map(({ first, last, hours }) => {
        const span = first === last ? names[first] : `${names[first]}${to}${names[last]}`;
        return `${span} ${hours.replaceAll("-", "–").replaceAll(", ", inDay)}`;
      })
      .join(between);
  return { zh: say(days.zh, "到", "；", "、"), en: say(days.en, "–", "; ", ", ") };
}
