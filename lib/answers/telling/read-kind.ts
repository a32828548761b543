import type { SearchTerm } from "@/lib/knowledge/query/parse-query";
import { fold, foldWithOffsets } from "@/lib/language/words/fold";
import { nameKinds } from "./names";
import { isNamed, sameNames } from "./same-names";

/** A name that no document has, as the visitor wrote it, and what documents are asked for and tell of its kind. */
export type AbsentName = { name: string; asks: string; tells: RegExp };

/** The first name of a known kind (ways to pay, carriers) that a question has and no document; null without one. */
export function readKind(question: string, terms: readonly SearchTerm[]): AbsentName | null {
  const { text: folded, offsets } = foldWithOffsets(question.slice(0, longest));
  const known = new Map(terms.map(({ term, isKnown }) => [term, isKnown]));
  for (const { word, start, end } of sameNames.findIn(folded)) {
    const kind = kinds.find(({ names }) => names.has(word));
    if (!kind || isNamed(word, known)) continue;
    return { name: question.slice(offsets[start], offsets[end]).trim(), asks: kind.asks, tells: kind.tells };
  }
  return null;
}

/** UTF-16 units. */
const longest = 400;
const kinds = nameKinds.map(({ names, asks, tells }) => {
  const words = names.split(" ").map((name) => fold(name.replaceAll("_", " ")));
  return {
    names: new Set(words.flatMap((word) => [word, ...sameNames.othersOf(word)])),
    asks,
    tells: new RegExp(fold(tells), "u"),
  };
});
