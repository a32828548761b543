import { fold } from "@/lib/language/words/fold";

/**
 * The days of the week that a folded text names, 0 for Sunday: 「週二到週日」 names six, 「平日」 five; none where it names
 * no day.
 */
export function daysOf(folded: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { groups } of folded.slice(0, longest).matchAll(named)) {
    const [first, last] = [groups?.first, groups?.last].map(toDay);
    if (first === null || first === undefined) continue;
    found.add(first);
    if (last === null || last === undefined) continue;
    for (let day = first; day !== last; day = (day + 1) % 7) found.add(day);
    found.add(last);
  }
  for (const { says, names } of sets) if (says.test(folded)) for (const day of names) found.add(day);
  return found;
}

/** UTF-16 units. */
const longest = 600;
const week = fold("週|星期|禮拜");
const day = `(?:(?:${week})|\\()`;
const letters = fold("日一二三四五六");
const english = "(?:sun|mon|tue|wed|thu|fri|sat)";
const named = new RegExp(
  `${day}(?<first>[${letters}${fold("天")}])\\)?(?:\\s?(?:[-–—~～]|${fold("到|至")})\\s?(?:${day})?(?<last>[${letters}${fold("天")}]))?|\\b(?<first>${english})[a-z]{0,6}\\b(?:\\s?(?:[-–—~～]|to|through)\\s?(?<last>${english})[a-z]{0,6}\\b)?`,
  "gu",
);
const sets = [
  {
    says: new RegExp(`${fold("每天|每日|天天|全年無休")}|\\b(?:daily|every day)\\b`, "u"),
    names: [0, 1, 2, 3, 4, 5, 6],
  },
  { says: new RegExp(`${fold("平日(?!價)")}|\\bweekdays?\\b`, "u"), names: [1, 2, 3, 4, 5] },
  { says: new RegExp(`${fold("假日(?!價)|週末")}|\\bweekends?\\b`, "u"), names: [6, 0] },
];
const englishDays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

function toDay(name: string | undefined): number | null {
  if (name === undefined) return null;
  if (name === fold("天")) return 0;
  const at = name.length === 1 ? letters.indexOf(name) : englishDays.indexOf(name);
  return at < 0 ? null : at;
}
