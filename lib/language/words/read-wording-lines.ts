export type WordingLine = {
  /** As an editor counts it, from 1. */
  line: number;
  /** Each once, as it was written. */
  words: string[];
};

/**
 * What an owner wrote as the same in other words, a group a line: 「小山包、高山茶禮盒」 or 「早鳥 = 預購」. Blank lines are left out.
 */
export function readWordingLines(text: string): WordingLine[] {
  return text.split("\n").flatMap((written, at) => {
    const words = written.split(separators).map((word) => word.trim().replace(/\s+/gu, " "));
    const found = [...new Set(words.filter((word) => word !== ""))];
    return found.length > 0 ? [{ line: at + 1, words: found }] : [];
  });
}

const separators = /[、,，=＝;；|｜\t]/u;
