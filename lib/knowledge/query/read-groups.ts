import type { WordingGroup } from "./wordings";

/** Reads lines as {@link thesaurusGroups} has them: words with blanks between them, `_` for a blank inside one. */
export function readGroups(lines: string): WordingGroup[] {
  return lines
    .trim()
    .split("\n")
    .map((line) => {
      const [asked = [], found] = line.split(">").map((side) => side.trim().split(/\s+/u).map(toWord));
      return { asked, found: found ?? asked };
    });
}

function toWord(written: string): string {
  return written.replaceAll("_", " ");
}
