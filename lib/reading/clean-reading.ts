/**
 * Text as a program wrote it, as people would type it: one kind of line break, no control characters nor invisible
 * ones, no blanks at a line's end, one empty line at most. Radicals that only look like characters (U+2F00 to U+2FD5,
 * which some programs write into PDFs) and joined letters (ﬁ) become what they stand for; nothing else is changed.
 */
export function cleanReading(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, "\n")
    .replace(/[\u2f00-\u2fd5\ufb00-\ufb06]/g, (character) => character.normalize("NFKC"))
    .replace(/[^\P{Cc}\n\t]|[\u00ad\u200b\ufeff\ufffe\uffff\u202a-\u202e\u2060\u2066-\u2069]/gu, "")
    .replaceAll("\u00a0", " ")
    .replace(/(?<![ \t])[ \t]+(?=\n)/g, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
