const maxLines = 50;

/** A list as a form's field holds it, one a line; empty lines are none. */
export function readLines(text: string): string[] {
  return text
    .split(/[\r\n]+/, maxLines)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
