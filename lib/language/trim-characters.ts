/**
 * The text without the characters of `start` that it begins with and those of `end` that it ends with, one unit each.
 */
export function trimCharacters(
  text: string,
  { start = "", end = "" }: { start?: string; end?: string },
): string {
  let from = 0;
  let to = text.length;
  while (from < to && start.includes(text.charAt(from))) from++;
  while (to > from && end.includes(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}
