const mostNumbers = 10;

/** Numbers as a form's field holds them, with blanks or commas between; NaN for each that is none. */
export function readNumbers(text: string): number[] {
  return text
    .normalize("NFKC")
    .split(/[\s,、]/, mostNumbers * 10)
    .filter((part) => part !== "")
    .map((part) => (/^\d{1,6}$/.test(part) ? Number(part) : Number.NaN));
}
