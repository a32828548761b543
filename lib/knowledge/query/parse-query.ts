import { readValues } from "@/lib/language/values/read-values";
import { askedPermission } from "@/lib/language/words/asked-permission";
import { fold, isCjk } from "@/lib/language/words/fold";
import { foldQuestion } from "@/lib/language/words/fold-question";
import { forEachTerm, isCjkBigram, isHiraganaTerm, termKind } from "@/lib/language/words/tokens";
import type { QueryContext } from "./query-context";
import { repairTypos } from "./repair-typos";
import { rewordQuestion, wordings } from "./reword-question";
import type { Wordings } from "./wordings";

export type QueryTerm = {
  term: number;
  weight: number;
  /** Adds to what holds it; that it is missing says nothing. */
  isBonus: boolean;
  /** Only of what was said before: finds the passage, and hardly chooses the sentence. */
  isAside?: true;
  /** A word by itself, see verbsIn. */
  isVerb?: true;
  /** Not of the question's own words, but of what was said before or of what others call the same. */
  isBeside?: true;
};

/** A term with its rarity among the passages searched, and whether any of them holds it. */
export type SearchTerm = Omit<QueryTerm, "isBonus" | "isVerb"> & { idf: number; isKnown: boolean };

export type ParseOptions = {
  /** What the question must be read with. */
  context?: QueryContext | null;
  /** Whether a term stands in the documents. */
  isKnown?: (term: number) => boolean;
  /** Its own words only: no other wordings, nothing put right. */
  isLiteral?: boolean;
  /** The owner's wordings, beside those that every bot has. */
  own?: Wordings | null;
  /** Other wordings count though the documents have the question's own. */
  isWide?: boolean;
};

/**
 * The terms a question is searched by, each once. Interrogatives and polite forms of Chinese and Japanese
 * count only as a bonus, unless nothing else was asked. The terms of `context`, what the question must be
 * read with, are added at a part of their weight.
 */
export function parseQuery(
  question: string,
  { context = null, isKnown = () => true, isLiteral = false, own = null, isWide = false }: ParseOptions = {},
): QueryTerm[] {
  const terms = new Map<number, QueryTerm>();
  const add = (
    term: number,
    weight: number,
    isBonus: boolean,
    marks?: Pick<QueryTerm, "isAside" | "isBeside" | "isVerb">,
  ) => {
    if (!terms.has(term)) terms.set(term, { term, weight, isBonus, ...marks });
  };
  const asked = context ? leanQuestion(foldQuestion(question)) : foldQuestion(question);
  const folded = isLiteral ? asked : repairTypos(asked, isKnown, protectedIn(asked, own));
  const { reworded, values, otherValues, others, aside, isAbroad } = isLiteral
    ? { reworded: folded, values: [], otherValues: [], others: [], aside: [], isAbroad: false }
    : rewordQuestion(folded, isKnown, own);
  // What joins the words of another language than the documents' tells nothing.
  const isForeign =
    reworded !== folded &&
    (isAbroad || ((kana.test(folded) || !chinese.test(folded)) && chinese.test(reworded)));
  const verbs = verbsIn(reworded, isForeign);
  const lean = isForeign ? reworded.replace(FOREIGN_FILLERS, " ") : reworded;
  for (const term of termsOf(isAbroad ? lean.replace(ASKING, " ") : lean)) {
    const isFiller =
      termKind(term) === "pair" ||
      (isForeign && (termKind(term) === "stopWord" || isHiraganaTerm(term))) ||
      // A character that is left between words of another language.
      (isAbroad && term < 0x10000 && wordings.othersOf(String.fromCharCode(term)).size === 0);
    add(term, weigh(term), isFiller, verbs.has(term) ? { isVerb: true } : undefined);
  }
  for (const { term, weight } of values) add(term, weight, false);
  for (const { term, weight } of otherValues) add(term, weight * OTHER_WORDING_SHARE, true);
  if (context) {
    const { reworded: about, others: more } = rewordQuestion(foldQuestion(context.about), isKnown, own);
    for (const term of termsOf(about))
      add(term, weigh(term) * context.share, termKind(term) === "pair", beside);
    for (const other of more)
      forEachTerm(other, (term) => add(term, (weigh(term) * context.share) / 2, true, beside));
    for (const term of termsOf(foldQuestion(context.aside)))
      add(term, weigh(term) * CONTEXT_ASIDE, true, { isAside: true });
  }
  for (const other of others) {
    forEachTerm(other, (term) => add(term, weigh(term) * OTHER_WORDING_SHARE, true, beside));
  }
  const share = isWide ? OTHER_WORDING_SHARE : ASIDE_SHARE;
  for (const other of aside) forEachTerm(other, (term) => add(term, weigh(term) * share, true, beside));
  for (const term of permissionTerms(folded)) add(term, PERMISSION_WEIGHT, true);
  forEachTerm(folded, (term) => {
    if (isCjkBigram(term)) add(term, FILLER_WEIGHT, true);
  });
  return [...terms.values()];
}

const beside = { isBeside: true } as const;

/** The folded question without what only makes it a question. */
export function cleanQuery(question: string): string {
  return dropFillers(foldQuestion(question));
}

/** Of a question that goes on, what it says itself: 「拆開」 of 「如果我已經拆開了呢」. */
function leanQuestion(folded: string): string {
  const lean = folded.replace(JOINING, " ").trim();
  return /[\p{L}\p{N}]/u.test(lean) ? lean : folded;
}

const JOINING = new RegExp(
  `${fold("如果是|如果|要是|假如|已經|的話|另外|還有|那麼|那個|這個|剛剛|剛才")}|[${fold("我你您他它那的了呢啊吧喔還也都就再")}]`,
  "gu",
);

const chinese = /\p{Script=Han}/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const FOREIGN_FILLERS =
  /\b(?:please|hi|hello|hey|tell|know|like|want|need|much|many|long|how|do|does|don|doesn|can|could|would|should|take|takes|get|got|have|has|been|still|there|here|any|my|your|you|me|we|us|time|times|day|days|week|if|it|its|the|is|are|and|or|buy|sell|offer|accept|use|make|let|also|just|today|thanks|thank|near|nearby|nearest|already|ever|somewhere|anywhere|where|when|what|which)\b|お|ご|ありますか|あり|願い|いただ|できます|でき|くださ|しょう|使え(?:ます)?|使用|利用|対応|(?:얼마나|얼마|어떻게|어디|언제|무엇|뭐|뭔가|몇|혹시|저기|안녕하세요|있나요|있어요|있습니까|인가요|인지|가능한가요|가능|되나요|됩니까|돼요|되요|할 수|수 있나요|수 있어요|하나요|합니까|해요|해야|하고|하면|입니까|습니까|니까|나요|까요|이에요|예요|에요|어요|아요|주세요|알려|궁금|싶어요|싶은데|받을|으로|에서|까지|부터|한테|에게|이요|인데|는데|하는|하려면|려면|으려면|은요|는요|요|은|는|이|가|을|를|에|의|로|도|만|와|과|좀|제|저|거|것|수|할|한|해|돼|되|된|하)(?![\p{Script=Hangul}])/gu;
/** What is left of a Chinese question beside the words that stand in documents of another language. */
const ASKING = new RegExp(
  `${fold("多少錢|多少|幾點|幾天|幾個|什麼時候|有沒有|可不可以|可以|需不需要|需要|離|從|含|附|自己|開始|前|後")}|[${fold("有要會能可帶給到在的了嗎呢吧請我你您們還也都沒不是用")}]`,
  "gu",
);
const CONTEXT_ASIDE = 0.4;
const FILLER_WEIGHT = 0.15;
const OTHER_WORDING_SHARE = 0.5;
const ASIDE_SHARE = 0.1;
const PERMISSION_WEIGHT = 0.3;

function permissionTerms(folded: string): number[] {
  const asked = askedPermission(folded)?.charCodeAt(0);
  return asked === undefined || !isCjk(asked) ? [] : GRANT_ENDS.map((end) => end * 0x10000 + asked);
}

/** 「可以退」, 「可退」: as one bigram each. 「能退」 is left out, since 「不能退」 holds it. */
const GRANT_ENDS = [...fold("以可")].map((character) => character.charCodeAt(0));

/** Where words stand that are no typing errors, though the documents may not have them; looked for when first asked. */
function protectedIn(folded: string, own: Wordings | null): (at: number) => boolean {
  let isProtected: Uint8Array | null = null;
  return (at) => {
    if (FUNCTION_CHARACTERS.has(folded.charCodeAt(at))) return true;
    isProtected ??= markWords(folded, own);
    return isProtected[at] === 1;
  };
}

function markWords(folded: string, own: Wordings | null): Uint8Array {
  const marks = new Uint8Array(folded.length);
  for (const { index, 0: word } of folded.matchAll(FILLERS)) marks.fill(1, index, index + word.length);
  for (const { start, end } of [
    ...wordings.findIn(folded),
    ...(own?.findIn(folded) ?? []),
    ...readValues(folded),
  ])
    marks.fill(1, start, end);
  return marks;
}

function termsOf(folded: string): number[] {
  const terms = new Set<number>();
  forEachTerm(dropFillers(folded), (term) => terms.add(term));
  if (terms.size === 0) forEachTerm(folded, (term) => terms.add(term));
  return [...terms];
}

/**
 * The characters that are a word by themselves, between what may be or how and what only asks: 「泡」 of 「東方美人要泡多久」.
 */
function verbsIn(folded: string, isForeign: boolean): Set<number> {
  return new Set([...folded.matchAll(isForeign ? ALONE : VERB)].map(([verb]) => verb.charCodeAt(0)));
}

/** Among words of another language, those of one character in the documents' words. */
const ALONE = /(?<=^|\s)\p{Script=Han}(?=\s|$)/gu;

const VERB = new RegExp(
  `(?<=[${fold("要會能該得多")}]|${fold("怎麼|如何|可以")})(?![${fold("要會能該得想的了")}])\\p{Script=Han}(?=$|[\\s\\p{P}${fold("多幾什")}])`,
  "gu",
);
function dropFillers(folded: string): string {
  return folded.replace(FILLERS, " ");
}

function weigh(term: number): number {
  const kind = termKind(term);
  if (kind !== "cjk") return WORD_WEIGHTS[kind];
  if (isHiraganaTerm(term)) return 0.3;
  if (term < 0x10000) return FUNCTION_CHARACTERS.has(term) ? 0.1 : 1;
  return FUNCTION_CHARACTERS.has(term >>> 16) || FUNCTION_CHARACTERS.has(term & 0xffff) ? 0.5 : 1;
}

const WORD_WEIGHTS = { word: 2, stopWord: 0.8, pair: 0.4 };

/** 「能」 of 「能分期嗎」, not of 「功能」. */
const may = `(?<=^|[\\s\\p{P}${fold("我你他還也都那請就")}])${fold("能")}(?=[^\\s\\p{P}]{1,12}[${fold("嗎嘛")}])`;

/** 「多」 of 「多重」 and 「有多遠」. */
const howMuch = `${fold("多")}(?=[${fold("大重高長寬深遠厚")}](?:$|[\\s\\p{P}${fold("嗎呢")}]))`;

const FILLERS = fillerPattern(
  // Chinese
  `我們家的 我家的 我們家 我家 你們家 請問一下 想請問 請問 想問一下 想問 請教 請告訴我 告訴我 我想知道 想知道 我想要 我想 你好 您好 哈囉 謝謝 感謝 麻煩 不好意思 幫我
  有沒有在賣 有沒有賣 有在賣 有賣 有沒有 是不是 會不會 能不能 可不可以 要不要 可否 能否 是否 可以 為什麼 為甚麼 為何 怎麼樣 怎麼辦 怎麼 怎樣 什麼時候 什麼樣 什麼 甚麼
  哪些人 哪些 哪裡 哪裏 哪兒 哪一個 哪一 哪個 哪位 哪年 哪種 哪 那些 那裡 誰 多少 幾個 多久 何時 何處 何種 何者 何人 何謂 如何 何 是指
  屬於 關於 有關 因為 所以 以及 或者 或是 還是 這個 那個 嗎 呢 吧 啊
  大概 大約 差不多 其實 應該 如果 要是 假如 的話 比較 順便 才發現 發現 聽說 覺得 想說 打算 已經 剛剛 本來 但是 可是 只是
  而且 然後 就是 這樣 這種 那種 這邊 那邊 這次 一直 突然 會怎樣 會怎麼樣 有什麼 要注意什麼 注意什麼 一堆 有點 真的 到底 通常 一般
  ですか でしょうか ますか ましたか ください 教えて 知りたい どのように どのような どのくらい どれくらい どうやって どうすれば どこ どの どれ
  どんな どちら どう いつ だれ なに なぜ 何故 なんと なん いくつ いくら という とは こと もの である ている でした です ます した する
  され れる`,
);

function fillerPattern(words: string): RegExp {
  const folded = [...new Set(words.trim().split(/\s+/u).map(fold))];
  return new RegExp([...folded.sort((a, b) => b.length - a.length), may, howMuch].join("|"), "gu");
}

/** Characters that mostly join words, yet are part of some (請假, 重要): kept, at little weight. */
const FUNCTION_CHARACTERS = new Set(
  [
    ...fold(
      "的是有在於被把和與及或也都就而我你您他她它們這那請要會能該應可需所以之其將為從向對到由並且但若如則讓給做很更最用了",
    ),
  ].map((character) => character.charCodeAt(0)),
);
