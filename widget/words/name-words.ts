import type { TalkWords } from "./zh-tw";

/**
 * The conversation's words in a language: names between blanks, and as many lines of texts in the same order.
 * The build writes both from the same words, so that each has its own.
 */
export function nameWords(names: string, lines: string): TalkWords {
  const texts = lines.split("\n");
  const words: Record<string, unknown> = {};
  for (const name of names.split(" ")) words[name] = texts.shift();
  return words as TalkWords & typeof words;
}
