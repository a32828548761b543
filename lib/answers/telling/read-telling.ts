import { wordings } from "@/lib/knowledge/query/reword-question";
import type { BotSearch } from "@/lib/knowledge/search/search-bot";
import { forEachValueTerm } from "@/lib/language/values/for-each-value-term";
import { fold, foldWithOffsets } from "@/lib/language/words/fold";
import { keepLast } from "@/lib/language/words/keep-last";
import { bigramCharacters, forEachTerm, isCjkBigram, termKind } from "@/lib/language/words/tokens";
import type { FoundPassage } from "../extract/extract-candidates";
import { foldedText } from "../extract/folded-text";
import { isParted } from "../extract/is-parted";
import { keepPerPassage } from "../extract/keep-per-passage";
import { readSentences, type Terms } from "../extract/read-sentences";
import { isOnlyMentioned, lacksAsked, latinAsked } from "./asked-whole";
import { apartSubjects, brandNames, placeNames, plainNames, plainWords } from "./names";
import { isNamedElse } from "./same-names";
import { wholeThings } from "./whole-things";

/** What tells the thing asked about from others like it, held against the documents. */
export type Telling = {
  /** What stands nowhere in the documents, as the visitor wrote it, in order. */
  absent: string[];
  /** Whether it asks of a subject that the documents found are not on: health, hiring and the like. */
  isApart: boolean;
  /** Whether one of these is a name, or takes the place of what the best passage's own question is about. */
  isOther: boolean;
  /** Whether every thing and word of the question stands in the best passage. */
  isComplete: boolean;
};

/** Reads a question that was searched for, without a further look into the documents. */
export function readTelling(
  question: string,
  { terms, passages }: { terms: BotSearch["terms"]; passages: readonly FoundPassage[] },
): Telling {
  const known = new Map(terms.map(({ term, isKnown }) => [term, isKnown]));
  const [best] = passages;
  if (!best) return { absent: [], isApart: false, isOther: false, isComplete: false };
  const { folded, offsets, asked, goods, ...said } = wordsIn(question);
  const runs = readRuns(terms);
  const own = new Map(
    terms.flatMap(({ term, weight, isKnown }) => (weight < ownWeight ? [] : [[term, isKnown]])),
  );
  const names = [
    ...said.places.filter((name) => isUnknown(name, own)),
    ...said.brands.filter((name) => isUnknown(name, known) && !isNamedElse(name, known)),
    ...said.words.filter((word) => isUnknown(word, known)),
  ];
  names.push(...compoundsIn(runs, known).filter((name) => !names.includes(name)));
  const latin = latinAsked(folded, known);
  if (latin !== "" && !names.includes(latin)) names.push(latin);
  const texts = passages.slice(0, passagesRead).map(foldedText);
  let isUsedOnly = false;
  for (const name of goods) {
    if (isUnsold(name, known) || isPartOnly(name, passages)) names.push(name);
    else isUsedOnly ||= isOnlyMentioned(name, texts);
  }
  const isApart = asked.some(({ tells }) => !tells.test(foldedText(best)));
  const { questions, sentences } = readSentences(best);
  const isSwapped = questions.some(({ terms }) => isLike(terms, runs, known));
  const labels = sentences.flatMap(({ name }) => name || []);
  const headings = [...new Set(passages.slice(0, passagesRead).flatMap(foldedHeadings))];
  const swapped = runs.flatMap((run) => [
    ...swappedIn(run, labels, known),
    ...swappedHeading(run, headings, known),
  ]);
  const missing = wholeThings(question.slice(0, longest), folded, missingIn(runs, isSwapped));
  const things = [...new Set([...missing, ...swapped])].filter(
    (run) =>
      !names.some((name) => name.includes(run) || run.includes(name)) &&
      !texts.some((text) => isParted(run, text)),
  );
  const absent = [...names, ...things]
    .map((run) => ({ run, at: folded.indexOf(run) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ run, at }) => wholeWord(folded, at, at + run.length))
    .map(({ start, end }) => question.slice(offsets[start], offsets[end]).trim());
  const isOther =
    names.length + swapped.length > 0 ||
    isUsedOnly ||
    lacksAsked(folded, things, known, [...headings, ...labels]) ||
    things.some(
      (thing) =>
        isSwapped ||
        isOneOf(thing.slice(-1), labels) ||
        (asksPrice.test(folded) && isNowhere(thing, known)) ||
        (!clauses.test(question) && isSubject(thing, folded, known)),
    );
  const isComplete =
    names.length + things.length === 0 &&
    terms.every(({ term, weight, isKnown }) => isKnown || weight < ownWeight || termKind(term) !== "word") &&
    isTogether(runs, heldBy(best));
  return { absent, isApart, isOther, isComplete };
}

/** The names of a question, the goods it asks for and the subjects that it is on. */
const wordsIn = keepLast((question) => {
  const { text: folded, offsets } = foldWithOffsets(question.slice(0, longest));
  const all = (form: RegExp) => [...folded.matchAll(form)].map(([name]) => name);
  return {
    folded,
    offsets,
    places: all(places),
    brands: all(brands),
    words: all(words).filter((word) => isName(word, folded)),
    goods: [...folded.matchAll(sold)].map(({ groups }) => groups?.goods ?? ""),
    asked: subjects.filter(({ asks }) => asks.test(folded)),
  };
});

/**
 * Whether a pair's own question asks the same of something else: 「信用卡可以分期嗎」 beside 「支票可以分期嗎」. It holds most of what the
 * documents know of this one, and something that this one lacks.
 */
function isLike(asked: Terms, runs: readonly Run[], known: ReadonlyMap<number, boolean>): boolean {
  const own = new Set(asked);
  const frame = runs.flatMap(({ pairs }) => pairs).filter(({ isKnown }) => isKnown);
  const shared = frame.filter(({ term }) => own.has(term));
  return shared.length > frame.length / 2 && asked.some((term) => isCjkBigram(term) && !known.has(term));
}

/**
 * Things that a known word and a character that stands nowhere make up: 「煞車皮」 where there is only 「煞車」. What may
 * end a thing's name counts, no verb: 「煞車壞了」 names none.
 */
function compoundsIn(runs: readonly Run[], known: ReadonlyMap<number, boolean>): string[] {
  return runs.flatMap(({ units }) =>
    units.flatMap(({ character, isKnown }, at) => {
      const isEnd = !isKnown && thingEnds.has(character) && known.get(character.charCodeAt(0)) === false;
      const next = units[at + 1]?.character ?? "";
      if (!isEnd || at < 2 || !units[at - 1]?.isKnown || !units[at - 2]?.isKnown || ofThing.has(next))
        return [];
      return units
        .slice(at - 2, at + 1)
        .map((unit) => unit.character)
        .join("");
    }),
  );
}

/** 「假日票價」 has a price, and no ticket. */
const ofThing = new Set(fold("價費數量號面長寬重"));
const thingEnds = new Set(
  fold(
    "皮盤線燈鏡套架罩膜墊座桿輪盒箱機器片管筒栓閥帶袋杯壺鍋碗刀筆紙本書卡券票證服褲裙鞋帽襪被枕櫃桌椅窗板磚漆膠粉油液劑霜膏皂糖鹽醬餅糕麵飯粥湯蛋肉魚蝦球板筏船床帳篷爐傘鏈鎖櫃",
  ),
);

/** Of what is asked for its price, each character must stand somewhere; who asks, or for whom, may stand nowhere. */
function isNowhere(thing: string, known: ReadonlyMap<number, boolean>): boolean {
  if (people.test(thing) || !onlyHan.test(thing) || isPriced.test(thing)) return false;
  return [...thing].every((character) => known.get(character.charCodeAt(0)) === false);
}

/**
 * What takes the place of what lines are of that end alike: 「木框」 beside 「膠框：…」 and 「金屬框：…」. It begins with a character
 * that stands nowhere.
 */
function swappedIn({ units }: Run, labels: readonly string[], known: ReadonlyMap<number, boolean>): string[] {
  const whole = units.map(({ character }) => character).join("");
  for (let at = 0; at + 1 < whole.length; at++) {
    const first = whole.charAt(at);
    if (known.get(first.charCodeAt(0)) !== false || joining.has(first) || counting.has(first)) continue;
    for (let end = Math.min(whole.length, at + longestEnding); end > at + 1; end--) {
      const ending = whole.slice(at + 1, end);
      if (labels.filter((label) => label.endsWith(ending)).length >= leastAlike)
        return [whole.slice(at, end)];
    }
  }
  return [];
}

/**
 * What takes the place of what a heading is on, by its first character, which stands nowhere: 「離婚登記」 beside 「結婚登記」.
 */
function swappedHeading(
  { units }: Run,
  headings: readonly string[],
  known: ReadonlyMap<number, boolean>,
): string[] {
  const whole = units.map(({ character }) => character).join("");
  for (let at = 0; at + 2 < whole.length; at++) {
    const [first, before] = [whole.charAt(at), whole.charAt(at - 1)];
    if (known.get(first.charCodeAt(0)) !== false || joining.has(first)) continue;
    if (before !== "" && known.get(before.charCodeAt(0)) === false) continue;
    for (let end = Math.min(whole.length, at + longestEnding + 1); end > at + 2; end--) {
      const ending = whole.slice(at + 1, end);
      if (headings.some((heading) => heading.length === ending.length + 1 && heading.endsWith(ending)))
        return [whole.slice(at, end)];
    }
  }
  return [];
}

/**
 * Whether a question begins with a thing, of which all else is asked, and that with a character which stands nowhere:
 * 「護照」 of 「護照遺失怎麼辦」. Who asks, or for whom, is none, nor is what is asked of the shop itself: an address stands in a
 * document without that word.
 */
function isSubject(thing: string, folded: string, known: ReadonlyMap<number, boolean>): boolean {
  return (
    known.get(thing.charCodeAt(0)) === false &&
    !people.test(thing) &&
    !attributes.test(thing) &&
    folded.replace(opening, "").startsWith(thing)
  );
}

const onlyHan = /^\p{Script=Han}+$/u;
/** 「票價」 asks of what is named before it. */
const isPriced = new RegExp(`[${fold("價費金率額錢")}]$`, "u");
const asksPrice = new RegExp(fold("多少錢|多少$|多少[?？]|幾元|幾塊|價錢|價格|怎麼賣"), "u");
const people = new RegExp(
  `^(?:${fold("小孩|孩子|小朋友|寶寶|老人|長輩|爸|媽|爺|奶|哥|姊|弟|妹|學生|家人|老婆|老公|太太|外國人|員工|同事|客人|公司|女生|男生|住|人在")})`,
  "u",
);
const attributes = new RegExp(
  `^(?:${fold("地址|電話|手機|信箱|網址|價|費|時間|時段|營業|位置|地點|交通|路線|密碼|規格|尺寸|大小|顏色|材質")})`,
  "u",
);
/** 「氣死我了 可以退費嗎」 begins with no thing. */
const clauses = /[\s，,。!！]\S/u;
const opening = new RegExp(`^(?:${fold("請問一下|請問|想請問|想問|你們|我的|我|那|有")}){1,3}`, "u");

function isOneOf(ending: string, labels: readonly string[]): boolean {
  return labels.filter((label) => label.endsWith(ending)).length >= leastAlike;
}

/** 「各種展架」 names none. */
const counting = new Set(fold("各每某種款類型樣"));
const leastAlike = 2;
/** UTF-16 units. */
const longestEnding = 5;

/**
 * Whether each pair that documents know is among these, or has a character in one that is: 「孕雷」 of 「懷孕雷射」 tells
 * nothing.
 */
function isTogether(runs: readonly Run[], held: ReadonlySet<number>): boolean {
  const pairs = runs
    .flatMap((run) => run.pairs)
    .filter(({ term }) => !isPlain.has(bigramCharacters(term).join("")));
  const covered = new Set(pairs.flatMap(({ term }) => (held.has(term) ? bigramCharacters(term) : [])));
  const isSeam = (character: string) => covered.has(character) || joining.has(character);
  return pairs.every(
    ({ term, isKnown }) => !isKnown || held.has(term) || bigramCharacters(term).some(isSeam),
  );
}

/** The terms of the passage and of what stands above it. */
export const heldBy = keepPerPassage((passage: FoundPassage): ReadonlySet<number> => {
  const { sentences, headings, questions } = readSentences(passage);
  const columns = sentences.flatMap(({ columns }) => (columns ? [columns] : []));
  const held = new Set<number>();
  const title = fold(passage.title);
  forEachTerm(title, (term) => held.add(term));
  forEachValueTerm(title, (term) => held.add(term));
  const read = [...headings, ...[...sentences, ...questions].map(({ terms }) => terms), ...new Set(columns)];
  for (const terms of read) for (const term of terms) held.add(term);
  return held;
});

/** UTF-16 units. */
const longest = 400;
/** Of the terms that the question's own words weigh. */
const ownWeight = 1;

/** Its title and headings, each folded. */
const foldedHeadings = keepPerPassage(({ title, headings }: FoundPassage) => [title, ...headings].map(fold));

type Unit = { character: string; isKnown: boolean };
type Run = { units: Unit[]; pairs: { term: number; isKnown: boolean }[] };

/** The runs of characters that the question's own pairs make, without those that only join words. */
function readRuns(terms: BotSearch["terms"]): Run[] {
  const runs: Run[] = [];
  for (const { term, weight, isKnown } of terms) {
    if (weight < ownWeight || !isCjkBigram(term)) continue;
    const [first, second] = bigramCharacters(term);
    const open = runs.at(-1);
    const joint = open?.units.at(-1);
    if (open && joint?.character === first) {
      joint.isKnown ||= isKnown;
      open.units.push({ character: second, isKnown });
      open.pairs.push({ term, isKnown });
    } else {
      const units = [first, second].map((character) => ({ character, isKnown }));
      runs.push({ units, pairs: [{ term, isKnown }] });
    }
  }
  return runs;
}

/**
 * What no document has: two characters and more in a row of which no pair stands anywhere. Where the same is asked of
 * something else, one and the next: 「綠茶」 beside 「紅茶」.
 */
function missingIn(runs: readonly Run[], isSwapped: boolean): string[] {
  return runs.flatMap(({ units }) => {
    const whole = units.map(({ character }) => character).join("");
    const left = units
      .map(({ character, isKnown }) => (isKnown || joining.has(character) ? " " : character))
      .join("")
      .replace(plain, (word) => " ".repeat(word.length));
    const found = [...left.matchAll(/\S+/gu)].map(({ 0: run, index }) =>
      isSwapped && run.length === 1 && !doing.has(run) ? whole.slice(index, index + 2) : run,
    );
    // Endings of Korean words tell nothing.
    return found.filter(
      (run) => run.length > 1 && !joining.has(run.charAt(1)) && !/\p{Script=Hangul}/u.test(run),
    );
  });
}

/** With the rest of a common word that a character which mostly joins words is part of: 「會員卡」 for 「員卡」. */
function wholeWord(folded: string, start: number, end: number): { start: number; end: number } {
  const around = wordings.findIn(folded).filter((word) => word.start < end && word.end > start);
  return {
    start: Math.min(start, ...around.map((word) => word.start)),
    end: Math.max(end, ...around.map((word) => word.end)),
  };
}

/** Whether a pair of characters within goods' name was looked for and stands nowhere: 「啡豆」 of 「咖啡豆」. */
function isUnsold(goods: string, known: ReadonlyMap<number, boolean>): boolean {
  let isMissing = false;
  forEachTerm(goods, (term) => {
    if (!isCjkBigram(term) || known.get(term) !== false) return;
    isMissing ||= !bigramCharacters(term).some((character) => joining.has(character));
  });
  return isMissing;
}

/** A model number, or a Latin word among Chinese: a brand, mostly. */
function isName(word: string, folded: string): boolean {
  if (isPlainWord.has(word) || quantity.test(word)) return false;
  if (/\d/.test(word)) return /[a-z]/.test(word);
  return word.length >= shortestName && /\p{Script=Han}/u.test(folded);
}

/** Whether goods' name stands in the passages only as the beginning of one longer word: 「咖啡」 of 「咖啡因」. */
function isPartOnly(goods: string, passages: readonly FoundPassage[]): boolean {
  const behind = passages
    .slice(0, passagesRead)
    .flatMap((passage) => foldedText(passage).split(goods).slice(1))
    .map((rest) => rest.charAt(0));
  const [next = ""] = behind;
  return (
    behind.length > 1 &&
    /\p{Script=Han}/u.test(next) &&
    !joining.has(next) &&
    behind.every((other) => other === next)
  );
}

/** What is done with a thing: 「裝熱水」 names water. */
const doing = new Set(fold("裝倒煮加燒烤冰燙曬沖"));
const passagesRead = 3;

/** Whether a name was looked for and stands nowhere: by its pairs of characters, or as one word. */
function isUnknown(name: string, known: ReadonlyMap<number, boolean>): boolean {
  const looked: (boolean | undefined)[] = [];
  forEachTerm(name, (term) => {
    if (term > 0xffff) looked.push(known.get(term));
  });
  const told = /^[a-z\d]/.test(name) ? looked.slice(0, 1) : looked;
  return told.includes(false) && !told.includes(undefined);
}

const subjects = apartSubjects.map(({ asks, tells }) => ({
  asks: new RegExp(fold(asks), "u"),
  tells: new RegExp(fold(tells), "u"),
}));
const listOf = (names: string) => names.split(" ").map(fold);
const isPlain = new Set(listOf(plainNames));
const plain = new RegExp(listOf(plainNames).join("|"), "gu");
/** Where a visitor lives or wants something sent tells no branch from another. */
const places = new RegExp(
  `(?<!${fold("住|人在|寄|寄到|送到|寄去|從|來自")})(?:${listOf(placeNames).join("|")})`,
  "gu",
);
const brands = new RegExp(listOf(brandNames).join("|"), "gu");
/** What is asked whether it is sold: all of its name must stand somewhere. */
const sold = new RegExp(
  `(?:${fold("有賣|在賣|賣不賣|有沒有賣")})(?<goods>(?!${fold("什麼|甚麼|哪|幾|多少")})\\p{Script=Han}{2,6}?)(?:${fold("嗎|嘛|呢|的|跟|和|或")}|[?？]|$)`,
  "gu",
);
const words = /(?<![a-z\d@.])[a-z\d]{2,20}(?![a-z\d@])/gu;
/** 55kg, 500ml, 3pm. */
const quantity = /^\d+[a-z]{1,2}$/;
const shortestName = 3;
const isPlainWord = new Set(listOf(plainWords));
/** Of one character, mostly verbs and counts, at the edge of a word. */
const joining = new Set(
  fold(
    "了個到過去來還才就沒不看想辦買打用說問幾一二三四五六七八九十兩上下前後裡做拿給叫幫多少有件次天張份號點是的換寄賣開補繳放收取送坐跟和或會要能可在從被讓等再又也都太很更最",
  ),
);
