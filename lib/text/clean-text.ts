/**
 * Text as we store it: a lone surrogate becomes U+FFFD, NUL is dropped, white space around it is trimmed.
 * PostgreSQL can hold the result as it is.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll("\0", "").trim();
}

/** Length in Unicode code points, as the contract counts: 𠮷 and an emoji of one code point are one each. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** False for text made only of white space, control, format (zero-width, bidi) and unassigned characters. */
export function hasVisibleCharacter(text: string): boolean {
  return /[^\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}
