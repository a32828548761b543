import { fold } from "@/lib/language/words/fold";
import { forEachTerm } from "@/lib/language/words/tokens";
import { foreignGroups } from "./foreign-groups";
import { thesaurusGroups } from "./thesaurus-groups";

export type Reworded = {
  reworded: string;
  /** Further wordings that the documents use beside the question's own. */
  others: string[];
  /** Wordings beside one that the documents use themselves. */
  aside: string[];
};

/**
 * A folded question in the documents' words: where they never say something as it does but put the same thing
 * in another way, that takes its place. `isKnown` tells whether a term stands in the documents.
 */
export function rewordQuestion(folded: string, isKnown: (term: number) => boolean): Reworded {
  const others: string[] = [];
  const aside: string[] = [];
  const reworded = folded.replace(ANY_WORDING, (own: string, weekday?: string) => {
    const used = otherWordings(own, weekday).filter((other) => isUsed(other, isKnown));
    if (used.length === 0) return own;
    const isOwnUsed = isUsed(own, isKnown);
    if (isOwnUsed) aside.push(...used);
    else others.push(...used.slice(1));
    return isOwnUsed ? own : ` ${used[0]} `;
  });
  if (ASKS_PRICE.test(folded)) others.push(...PRICES);
  return { reworded, others, aside };
}

function otherWordings(own: string, weekday: string | undefined): readonly string[] {
  if (weekday === undefined) return OTHERS.get(own) ?? [];
  return WEEKS.map((week) => week + weekday).filter((other) => other !== own);
}

function isUsed(wording: string, isKnown: (term: number) => boolean): boolean {
  let isUsed = true;
  forEachTerm(wording, (term) => {
    isUsed &&= isKnown(term);
  });
  return isUsed;
}

const WEEKS = ["週", "星期", "禮拜"].map(fold);

/** By what is asked: the other words for it, folded. */
const OTHERS = readGroups(`${thesaurusGroups.trim()}\n${foreignGroups.trim()}`);

function readGroups(groups: string): ReadonlyMap<string, readonly string[]> {
  const others = new Map<string, Set<string>>();
  const add = (asked: string, found: readonly string[]) => {
    const known = others.get(asked) ?? new Set();
    for (const word of found) if (word !== asked) known.add(word);
    others.set(asked, known);
  };
  for (const line of groups.trim().split("\n")) {
    const [asked = [], wider] = line.split(">").map((side) => side.trim().split(/\s+/u).map(toWording));
    for (const word of asked) add(word, wider ?? asked);
  }
  return new Map([...others].map(([word, found]) => [word, [...found]]));
}

function toWording(word: string): string {
  return fold(word.replaceAll("_", " "));
}

const ASKS_PRICE = new RegExp(
  `${fold("多少錢|怎麼賣|幾元|幾塊|價錢|價格|售價|いくら|値段")}|\\bhow much\\b|\\b(?:price|cost)s?\\b`,
  "u",
);
const PRICES = ["nt", "元", "價格"].map(fold);

/** Words with blanks around them. */
const FOREIGN = new Set(
  foreignGroups
    .split(/[\s>]+/u)
    .map(toWording)
    .filter((word) => /^[a-z -]+$/u.test(word)),
);

/** Every wording of the thesaurus. */
export const ANY_WORDING = new RegExp(
  `(?:${WEEKS.join("|")})([一二三四五六日天])|${[...OTHERS.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => (FOREIGN.has(word) ? `(?<![a-z])${word}(?![a-z])` : word))
    .join("|")}`,
  "gu",
);
