/**
 * Text as it may be stored: NUL dropped (PostgreSQL can't hold it), a lone surrogate as U+FFFD, line ends as `\n`,
 * the ends trimmed.
 */
export function cleanText(text: string): string {
  return text.replaceAll("\0", "").replace(/\r\n?/g, "\n").toWellFormed().trim();
}

/** The same on one line: every run of white space becomes one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, " ");
}
