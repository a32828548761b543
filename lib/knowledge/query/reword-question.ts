import { readValues } from "@/lib/language/values/read-values";
import type { Value } from "@/lib/language/values/value";
import { fold } from "@/lib/language/words/fold";
import { forEachTerm, valueTerm } from "@/lib/language/words/tokens";
import { brandGroups } from "./brand-groups";
import { errandGroups } from "./errand-groups";
import { everydayGroups } from "./everyday-groups";
import { foreignGroups } from "./foreign-groups";
import { foreignWords } from "./foreign-words";
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
  /** Whether it was asked in Chinese, Japanese or Korean of documents that are in none of these. */
  isAbroad: boolean;
};

type WeighedTerm = { term: number; weight: number };

/**
 * A folded question in the documents' words: where they never say something as it does but put the same thing in
 * another way, that takes its place. `isKnown` tells whether a term stands in the documents, and is another function
 * when these are others; `own` are the owner's wordings, which go first.
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
  const isAbroad = isEastern.test(asked) && !sharesCharacter(asked, isKnown);
  let reworded = "";
  let last = 0;
  for (const { word, start, end, from } of wordsIn(asked, own, isAbroad ? wordingsAbroad : wordings)) {
    const { used, isWordUsed } =
      from === wordings ? keptUse(word, isKnown) : lookUp(word, from, isAbroad, isKnown);
    reworded += asked.slice(last, start) + (isWordUsed ? word : ` ${used[0]} `);
    last = end;
    if (!isWordUsed) others.push(...used.slice(1));
    else (from === own ? others : aside).push(...used);
  }
  reworded += asked.slice(last);
  if (ASKS_PRICE.test(folded)) others.push(...PRICES);
  return { reworded, values, otherValues, others, aside, isAbroad };
}

type Use = { used: readonly string[]; isWordUsed: boolean };

/** By what tells whether documents have a term, which is the same as long as these are: what they use for words. */
const uses = new WeakMap<(term: number) => boolean, Map<string, Use>>();
const usesKept = 100;

/** What documents use for one of everyone's words. */
function keptUse(word: string, isKnown: (term: number) => boolean): Use {
  let kept = uses.get(isKnown);
  if (!kept || kept.size >= usesKept) {
    kept = new Map();
    uses.set(isKnown, kept);
  }
  const known = kept.get(word);
  if (known) return known;
  const use = lookUp(word, wordings, false, isKnown);
  kept.set(word, use);
  return use;
}

function lookUp(word: string, from: Wordings, isAbroad: boolean, isKnown: (term: number) => boolean): Use {
  const used = usedOf(word, from, isAbroad, isKnown);
  return { used, isWordUsed: used.length === 0 || isUsed(word, isKnown) };
}

/** The other words for one that the documents use; those of another language where there is none of its own. */
function usedOf(
  word: string,
  from: Wordings,
  isAbroad: boolean,
  isKnown: (term: number) => boolean,
): string[] {
  const others = [...from.othersOf(word)];
  const used = others.filter((other) => isUsed(other, isKnown));
  if (used.length > 0 || isUsed(word, isKnown)) return used;
  if (word.length < 2) return [];
  if (!isAbroad) return latinOf([word], isKnown);
  const [first, ...more] = [others, partsOf(word)].map((words) => latinOf(words, isKnown));
  return first && first.length > 0 ? first : more.flat();
}

/** The beginnings and the endings of a word. */
function partsOf(word: string): string[] {
  const parts: string[] = [];
  for (let length = word.length - 1; length > 1; length--)
    parts.push(word.slice(-length), word.slice(0, length));
  return parts;
}

function latinOf(words: readonly string[], isKnown: (term: number) => boolean): string[] {
  const found = new Set(words.flatMap((word) => [...latinWordings.othersOf(word)]));
  return [...found].filter((other) => isUsed(other, isKnown));
}

/** Whether the documents have any of a text's characters and words that aren't Latin. */
function sharesCharacter(text: string, isKnown: (term: number) => boolean): boolean {
  let isShared = false;
  forEachTerm(text.replace(latinOnly, " "), (term) => {
    isShared ||= isKnown(term);
  });
  return isShared;
}

const latinOnly = /[\p{Script=Latin}\d]+/gu;

/** The words of a question that others say in another way, in order; the owner's go first. */
function wordsIn(
  asked: string,
  own: Wordings | null,
  everyones: Wordings,
): (FoundWording & { from: Wordings })[] {
  const owned = (own?.findIn(asked) ?? []).map((found) => ({ ...found, from: own ?? everyones }));
  const others = everyones
    .findIn(asked)
    .filter(({ start, end }) => !owned.some((found) => found.start < end && found.end > start))
    .map((found) => ({ ...found, from: everyones }));
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

const isEastern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const weekdays = [..."一二三四五六"]
  .map((day) => `週${day} 星期${day} 禮拜${day}`)
  .concat("週日 星期日 禮拜日 週天 星期天 禮拜天")
  .join("\n");

const foreign = [...readGroups(foreignGroups), ...readGroups(foreignWords)];
const groups = [
  ...[weekdays, brandGroups, thesaurusGroups, serviceGroups, everydayGroups, errandGroups].flatMap(
    readGroups,
  ),
  ...foreign,
];

/** Every wording that any bot's questions are read with. */
export const wordings = new Wordings(groups);

/** {@link foreignGroups} the other way round: the English words for those of other languages. */
const latinGroups = foreign.map(({ asked, found }) => ({
  asked: [...asked, ...found].filter((word) => isEastern.test(word)),
  found: asked.filter((word) => !isEastern.test(word)),
}));
const latinWordings = new Wordings(latinGroups);
/** What questions in those languages are read with where no document is in one of them. */
const wordingsAbroad = new Wordings([...groups, ...latinGroups]);

const ASKS_PRICE = new RegExp(
  `${fold("多少錢|怎麼賣|幾元|幾塊|價錢|價格|售價|有賣|在賣|賣不賣|いくら|値段")}|얼마|가격|(?<![${fold("因溫度量重高長寬深厚圍徑速壓間離話碼數額比折期天次堂寸糖卡點歲年位率素分費")}])${fold("多少")}(?=$|[\\s\\p{P}])|[${fold("包盒罐瓶杯份組台支張套斤顆條雙")}]${fold("多少")}|\\bhow much\\b|\\b(?:price|cost)s?\\b`,
  "u",
);
const PRICES = ["nt", "元", "價格"].map(fold);
