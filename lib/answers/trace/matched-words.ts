import type { SearchTerm } from "@/lib/knowledge/query/parse-query";
import { fold } from "@/lib/language/words/fold";
import { bigramCharacters, forEachTerm, isCjkBigram, termKind } from "@/lib/language/words/tokens";

/** The words of what was looked for that a text holds, in the folded form, each once. */
export function matchedWords(terms: readonly SearchTerm[], question: string, text: string): string[] {
  const held = new Set<number>();
  forEachTerm(fold(text), (term) => held.add(term));
  const wordOf = wordsByTerm(question);
  const words: string[] = [];
  let end = "";
  for (const { term } of terms) {
    if (!held.has(term)) continue;
    if (isCjkBigram(term)) {
      const [first, second] = bigramCharacters(term);
      if (end === first) words.push(`${words.pop()}${second}`);
      else words.push(first + second);
      end = second;
      continue;
    }
    const word = termKind(term) === "word" ? wordOf.get(term) : undefined;
    if (word === undefined) continue;
    words.push(word);
    end = "";
  }
  return [...new Set(words)].slice(0, wordsAtMost);
}

const wordsAtMost = 12;

/** A word's term is a number that nobody can read back. */
function wordsByTerm(question: string): Map<number, string> {
  const words = new Map<number, string>();
  for (const [word] of fold(question).matchAll(/[\p{L}\p{N}]+(?:[-'][\p{L}\p{N}]+)*/gu))
    forEachTerm(word, (term) => {
      if (!words.has(term)) words.set(term, word);
    });
  return words;
}
