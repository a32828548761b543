import type { SearchTerm } from "@/lib/knowledge/query/parse-query";
import { type Folded, foldWithOffsets, isCjk } from "@/lib/language/words/fold";
import { bigramCharacters, forEachTerm, isCjkBigram, termKind } from "@/lib/language/words/tokens";

/** The words of what was looked for that a text holds, as people wrote them, each once: those of the question first. */
export function matchedWords(terms: readonly SearchTerm[], question: string, text: string): string[] {
  const folded = foldWithOffsets(text);
  const foldedQuestion = foldWithOffsets(question);
  const held = new Set<number>();
  forEachTerm(folded.text, (term) => held.add(term));
  const sought = terms.flatMap(({ term }) => (held.has(term) ? [term] : []));
  const asked = foldedQuestion.text;
  const own = runsIn(asked, new Set(sought));
  const others = runsOf(sought.filter(isCjkBigram)).filter((run) => !asked.includes(run));
  const words = wordsIn(asked, new Set(sought.filter((term) => termKind(term) === "word")));
  const written = [...own, ...words, ...others].map(
    (word) => asWritten(word, text, folded) ?? asWritten(word, question, foldedQuestion) ?? word,
  );
  return [...new Set(written)].slice(0, wordsAtMost);
}

const wordsAtMost = 12;

/** The stretches of a text that are made of such pairs of characters. */
function runsIn(folded: string, pairs: ReadonlySet<number>): string[] {
  const runs: string[] = [];
  let start = 0;
  for (let at = 0; at < folded.length; at++) {
    const [first, second] = [folded.charCodeAt(at), folded.charCodeAt(at + 1)];
    const isPair = isCjk(first) && isCjk(second) && pairs.has(first * 0x10000 + second);
    if (isPair) continue;
    if (at > start) runs.push(folded.slice(start, at + 1));
    start = at + 1;
  }
  return runs;
}

/** Pairs in a row of which each begins with the end of the one before. */
function runsOf(pairs: readonly number[]): string[] {
  const runs: string[] = [];
  for (const pair of pairs) {
    const [first, second] = bigramCharacters(pair);
    const open = runs.at(-1);
    if (open?.endsWith(first)) runs[runs.length - 1] = open + second;
    else runs.push(first + second);
  }
  return runs;
}

/** A word's term is a number that nobody can read back. */
function wordsIn(folded: string, terms: ReadonlySet<number>): string[] {
  return [...folded.matchAll(/[\p{L}\p{N}]+(?:[-'][\p{L}\p{N}]+)*/gu)].flatMap(([word]) => {
    let isHeld = false;
    forEachTerm(word, (term) => {
      isHeld ||= terms.has(term);
    });
    return isHeld ? [word] : [];
  });
}

function asWritten(word: string, text: string, { text: folded, offsets }: Folded): string | null {
  const at = folded.indexOf(word);
  return at < 0 ? null : text.slice(offsets[at], offsets[at + word.length]);
}
