import { readValues } from "@/lib/language/values/read-values";
import type { Value } from "@/lib/language/values/value";
import { fold } from "@/lib/language/words/fold";
import { forEachTerm, valueTerm } from "@/lib/language/words/tokens";
import { brandGroups } from "./brand-groups";
import { foreignGroups } from "./foreign-groups";
import { readGroups } from "./read-groups";
import { respaceWords } from "./respace-words";
import { serviceGroups } from "./service-groups";
import { thesaurusGroups } from "./thesaurus-groups";
import { type FoundWording, Wordings } from "./wordings";

export type Reworded = {
  reworded: string;
  /** Values that the documents have in another form: they take the place of the question's. */
  values: WeighedTerm[];
  /** Values that the documents have in another form beside the question's own. */
  otherValues: WeighedTerm[];
  /** Further wordings that the documents use beside the question's own. */
  others: string[];
  /** Wordings beside one that the documents use themselves. */
  aside: string[];
};

type WeighedTerm = { term: number; weight: number };

/**
 * A folded question in the documents' words: where they never say something as it does but put the same thing in
 * another way, that takes its place. `isKnown` tells whether a term stands in the documents; `own` are the owner's
 * wordings, which go first.
 */
export function rewordQuestion(
  folded: string,
  isKnown: (term: number) => boolean,
  own: Wordings | null = null,
): Reworded {
  const { rest, values, otherValues } = takeValues(folded, isKnown);
  const others: string[] = [];
  const aside: string[] = [];
  const asked = respaceWords(rest, isKnown);
  let reworded = "";
  let last = 0;
  for (const { word, start, end, from } of wordsIn(asked, own)) {
    const used = [...from.othersOf(word)].filter((other) => isUsed(other, isKnown));
    const isWordUsed = used.length === 0 || isUsed(word, isKnown);
    reworded += asked.slice(last, start) + (isWordUsed ? word : ` ${used[0]} `);
    last = end;
    if (!isWordUsed) others.push(...used.slice(1));
    else (from === own ? others : aside).push(...used);
  }
  reworded += asked.slice(last);
  if (ASKS_PRICE.test(folded)) others.push(...PRICES);
  return { reworded, values, otherValues, others, aside };
}

/** The words of a question that others say in another way, in order; the owner's go first. */
function wordsIn(asked: string, own: Wordings | null): (FoundWording & { from: Wordings })[] {
  const owned = (own?.findIn(asked) ?? []).map((found) => ({ ...found, from: own ?? wordings }));
  const others = wordings
    .findIn(asked)
    .filter(({ start, end }) => !owned.some((found) => found.start < end && found.end > start))
    .map((found) => ({ ...found, from: wordings }));
  return owned.length === 0 ? others : [...owned, ...others].sort((a, b) => a.start - b.start);
}

/** Takes out the values that the documents have in another form only. */
function takeValues(folded: string, isKnown: (term: number) => boolean) {
  const values: WeighedTerm[] = [];
  const otherValues: WeighedTerm[] = [];
  let rest = "";
  let last = 0;
  for (const value of readValues(folded)) {
    if (ofName.test(folded.slice(Math.max(0, value.start - 2), value.start))) continue;
    const weight = valueWeights[value.kind];
    const known = termsOf(value).filter(isKnown);
    const [best, ...more] = known.map((term) => ({ term, weight }));
    if (best === undefined) continue;
    const written = folded.slice(value.start, value.end);
    if (written !== value.keys[0] && isUsed(written, isKnown)) otherValues.push(best, ...more);
    else {
      values.push(best);
      otherValues.push(...more);
      rest += `${folded.slice(last, value.start)} `;
      last = value.end;
    }
  }
  return { rest: rest + folded.slice(last), values, otherValues };
}

/** Behind one letter alone a number is part of a name: A5, B12. */
const ofName = /(?:^|[^a-z\d])[a-z]$/;
/** As much as the words that they stand for. */
const valueWeights: Record<Value["kind"], number> = { number: 2, amount: 3, hour: 3, date: 4, phone: 6 };

/** A day of any year stands for that of one where nothing else does. */
function termsOf({ keys, implied }: Value): number[] {
  return [...keys, ...implied.slice(0, 1)].map(valueTerm);
}

function isUsed(wording: string, isKnown: (term: number) => boolean): boolean {
  let isUsed = true;
  forEachTerm(wording, (term) => {
    isUsed &&= isKnown(term);
  });
  return isUsed;
}

const weekdays = [..."一二三四五六"]
  .map((day) => `週${day} 星期${day} 禮拜${day}`)
  .concat("週日 星期日 禮拜日 週天 星期天 禮拜天")
  .join("\n");

/** Every wording that any bot's questions are read with. */
export const wordings = new Wordings(
  [weekdays, brandGroups, thesaurusGroups, serviceGroups, foreignGroups].flatMap(readGroups),
);

const ASKS_PRICE = new RegExp(
  `${fold("多少錢|怎麼賣|幾元|幾塊|價錢|價格|售價|有賣|在賣|賣不賣|いくら|値段")}|얼마|가격|[${fold("包盒罐瓶杯份組台支張套斤顆條雙")}]${fold("多少")}|\\bhow much\\b|\\b(?:price|cost)s?\\b`,
  "u",
);
const PRICES = ["nt", "元", "價格"].map(fold);
