const mostNumbers = 10;
/** UTF-16 units. To put a run of combining marks in order takes the square of its length. */
const longestText = 1_000;

/**
 * Numbers as a form's field holds them, with blanks or commas between; NaN for each that is none, and for the whole of
 * a text longer than 1,000 UTF-16 units.
 */
export function readNumbers(text: string): number[] {
  if (text.length > longestText) return [Number.NaN];
  return text
    .normalize("NFKC")
    .split(/[\s,、]/, mostNumbers * 10)
    .filter((part) => part !== "")
    .map((part) => (/^\d{1,6}$/.test(part) ? Number(part) : Number.NaN));
}
