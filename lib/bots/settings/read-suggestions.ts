const maxLines = 50;

/** Quick questions as the owner wrote them, one a line. */
export function readSuggestions(text: string): string[] {
  return text
    .split(/[\r\n]+/, maxLines)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
