import { forEachTerm } from "@/lib/language/words/tokens";

/**
 * A folded question with Latin names spaced as the documents write them: 「linepay」 becomes 「line pay」 where only that
 * stands there, and 「family mart」 「familymart」. `isKnown` tells whether a term stands in the documents.
 */
export function respaceWords(folded: string, isKnown: (term: number) => boolean): string {
  if (!latin.test(folded)) return folded;
  return folded
    .replace(apart, (pair, first: string, second: string) =>
      !isUsed(pair, isKnown) && isUsed(first + second, isKnown) ? first + second : pair,
    )
    .replace(together, (word) => (isUsed(word, isKnown) ? word : split(word, isKnown)));
}

function split(word: string, isKnown: (term: number) => boolean): string {
  for (let at = shortestPart; at <= word.length - shortestPart; at++) {
    const parts = `${word.slice(0, at)} ${word.slice(at)}`;
    if (isUsed(parts, isKnown)) return parts;
  }
  return word;
}

/** Whether all of its terms stand in the documents, the pair of two words in a row among them. */
function isUsed(words: string, isKnown: (term: number) => boolean): boolean {
  let isUsed = true;
  forEachTerm(words, (term) => {
    isUsed &&= isKnown(term);
  });
  return isUsed;
}

const shortestPart = 2;
const latin = /[a-z]{2}/;
const together = /(?<![a-z\d])[a-z]{4,24}(?![a-z\d])/g;
const apart = /(?<![a-z\d])([a-z]{2,12})[ -]([a-z]{2,12})(?![a-z\d])/g;
