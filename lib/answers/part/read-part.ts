import { namedIn, thingIn } from "@/lib/knowledge/query/find-context";
import type { QueryContext } from "@/lib/knowledge/query/query-context";
import { wordings } from "@/lib/knowledge/query/reword-question";
import type { BotSearch } from "@/lib/knowledge/search/search-bot";
import { numeralClass } from "@/lib/language/values/parse-numeral";
import { fold } from "@/lib/language/words/fold";
import { keepLast } from "@/lib/language/words/keep-last";
import { forEachTerm } from "@/lib/language/words/tokens";
import type { AnsweringBot } from "../answer";
import { DEFAULT_THRESHOLDS, type ExtractedAnswer, extractAnswer } from "../extract/extract-answer";
import { countedForm, pieceForm, piecesOrTimeForm, weighedForm } from "../extract/extract-expected";
import { foldedText } from "../extract/folded-text";
import { hasNamed } from "../extract/lacks-named";
import { says } from "../extract/says";
import { speak } from "../saying/speak";
import { meetsLimit } from "../telling/meets-limit";
import { asksOfComing, onlyInBrackets, onlyLonger } from "../telling/only-aside";
import { otherMembers } from "../telling/other-members";
import { otherNumbers } from "../telling/other-numbers";
import { otherTerms } from "../telling/other-terms";
import { readTelling, type Telling } from "../telling/read-telling";
import { asksElse } from "./asks-else";
import type { Part } from "./part";
import { surenessOf } from "./sureness";
import { lacksDeed } from "./with-deed";

/** What the passages found for a question say to it, and how sure that is. `context` as it was searched with. */
export function readPart(
  bot: AnsweringBot,
  question: string,
  search: BotSearch,
  context: QueryContext | null = null,
): Part {
  const { terms, passages } = search;
  const held = readTelling(question, search);
  const thresholds = thresholdsOf(bot);
  const doubted = surenessOf(search, held);
  const found = extractAnswer({
    question: context?.about ? `${context.about} ${question}` : question,
    topic: context?.topic,
    terms,
    confidence: doubted,
    passages,
    thresholds,
  });
  // The hours, the times or the sheets that are asked for stand in the sentence that has all of the question.
  const isNumbered =
    (held.isComplete && holdsAsked(question, passages, found)) ||
    (held.absent.length === 0 && meetsLimit(question, bestOf(passages, found)));
  const rivalled = { ...search, rival: isNumbered ? rivalOf(question, search, held) : search.rival };
  const sureness = isNumbered ? Math.min(1, surenessOf(rivalled, held) * whenNumbered) : doubted;
  const isSure = found.state === "maybe" && sureness >= thresholds.answer;
  const extracted: ExtractedAnswer = isSure ? { ...found, state: "answer" } : found;
  const telling = withNumbers(held, question, search, found, context);
  const part = { question, search, telling, sureness };
  if (telling.isApart) return { ...part, extracted: { state: "unknown", quotes: [], more: null } };
  if (extracted.state !== "answer") return { ...part, extracted };
  const isDoubted =
    telling.isOther ||
    context?.isOfAbsent ||
    lacksLast(question, search, found) ||
    lacksCount(question, search, found) ||
    lacksDeed({ question, search, extracted: found }) ||
    lacksWeight(question, search, found) ||
    asksElse(question, search, found, held);
  return { ...part, extracted: isDoubted ? hedge(extracted) : extracted };
}

/**
 * The confidence of the best of other documents; half of it where that has nothing of what the question names, all of
 * which stands in the best passage: 「幾天」 of anything, beside 「14 天試用」 for 「試用幾天」.
 */
function rivalOf(question: string, { passages, rival }: BotSearch, { isComplete }: Telling): number {
  const [best] = passages;
  if (!best || !isComplete) return rival;
  const others = passages.filter(({ versionId }) => versionId !== best.versionId);
  const named = [...namedIn(fold(question)), ...thingIn(question).split(" ")].filter(
    (word) => word.length > 1 && hasNamed(best, word),
  );
  if (others.length === 0 || named.length === 0) return rival;
  return others.some((other) => named.some((word) => hasNamed(other, word))) ? rival : rival / 2;
}

/** What counts something is no part of its name. */
const numerals = new RegExp(`(?<!${numeralClass})${numeralClass}+$`, "u");

/**
 * The same, with the sizes, models and members of a kind that what is quoted has others of, and with what is only told
 * aside.
 */
function withNumbers(
  telling: Telling,
  question: string,
  search: BotSearch,
  { quotes }: ExtractedAnswer,
  context: QueryContext | null,
): Telling {
  const lines = quotes.flatMap((quote) => speak(search, quote)).flatMap((said) => said.split("\n"));
  const thing = thingIn(question).replace(numerals, "");
  const own = thing.length < 2 ? [] : lines.filter((line) => fold(line).includes(thing));
  const said = lines.join("\n");
  const read = search.passages.slice(0, passagesRead);
  const known = read.map(foldedText);
  // After 「有雙峰禮盒嗎」 another box may be named without that word.
  const longer = context ? "" : onlyLonger(question, thing, known);
  const numbers = [
    ...otherNumbers(question, own.length > 0 ? own.join("\n") : said),
    ...otherMembers(question, said, known),
    ...otherTerms(question, said),
    ...(longer === "" ? [] : [longer]),
  ];
  const isAside = asksOfComing(question, said) || onlyInBrackets(question, read);
  if (numbers.length === 0) return isAside ? { ...telling, isOther: true } : telling;
  const named = telling.absent.filter((one) => !numbers.some((other) => other.includes(one)));
  return { ...telling, absent: [...named, ...numbers], isOther: true };
}

/** Whether the best sentence says so many of what is asked: 「5～8 次」 for 「幾次」, 「一週後」 for 「多久」. */
function holdsAsked(question: string, passages: BotSearch["passages"], found: ExtractedAnswer): boolean {
  const form = countedForm(question);
  return form !== null && says(form, bestOf(passages, found));
}

/** Whether a weight is asked for and none is said: 「一包多重」 asks for no heavy metals, nor for what goes with a pack. */
function lacksWeight(question: string, search: BotSearch, { quotes }: ExtractedAnswer): boolean {
  const [form, piece] = [weighedForm(question), pieceForm(question)];
  if (form === null) return false;
  const said = quotes.flatMap((quote) => speak(search, quote));
  const tells = (text: string) => says(form, text) && (!piece || says(piece, text) || weight.test(text));
  return !said.some(tells);
}

/** Whether so many of what is counted, or how long, is asked for and nothing of it is said: 「一天可以喝幾杯」. */
function lacksCount(question: string, search: BotSearch, { quotes }: ExtractedAnswer): boolean {
  const form = piecesOrTimeForm(question);
  if (form === null) return false;
  const isTold = (said: string) => says(form, said) || unlimited.test(said);
  return !quotes.some((quote) => {
    const { text = "", questions = [] } = search.passages[quote.passage] ?? {};
    // What an owner answers such a question with is an answer.
    const isAsked = questions.some(({ start, end }) => piecesOrTimeForm(text.slice(start, end)) !== null);
    return isAsked || speak(search, quote).some(isTold);
  });
}

/** So many as anybody likes. */
const unlimited = /不限|無限|无限|[沒没]有(?:上限|限制)|unlimited|no limit/iu;

/** What a weight of a whole is called, where no piece is told of. */
const weight = /重|內容量/u;

/** The best sentence of what is quoted first. */
function bestOf(passages: BotSearch["passages"], { quotes: [first] }: ExtractedAnswer): string {
  const { start, end } = first?.best ?? first ?? { start: 0, end: 0 };
  return passages[first?.passage ?? -1]?.text.slice(start, end) ?? "";
}

/**
 * Whether the last thing that a question names stands in the documents, but not where it is answered from: 「結婚補助有多少錢」
 * is no question for the price of a certificate of marriage.
 */
function lacksLast(
  question: string,
  { passages, terms }: BotSearch,
  { quotes: [first] }: ExtractedAnswer,
): boolean {
  const last = lastNamed(question);
  if (last === null) return false;
  const found = passages[first?.passage ?? -1];
  if (!found || [last, ...wordings.othersOf(last)].some((word) => hasNamed(found, word))) return false;
  const unknown = new Set(terms.flatMap(({ term, isKnown }) => (isKnown ? [] : [term])));
  let stands = true;
  forEachTerm(last, (term) => {
    stands &&= !unknown.has(term);
  });
  return stands;
}

const lastNamed = keepLast((question) => {
  const asked = fold(question);
  const last = namedIn(asked).at(-1);
  // In English any word may be the last; 「放」 of 「可以放洗碗機嗎」 is not what is asked of, nor is 「在哪」.
  return last &&
    isHan.test(last) &&
    !saysLittle.test(last) &&
    !asksOnly.test(last) &&
    asksOnly.test(asked.slice(asked.lastIndexOf(last) + last.length))
    ? last
    : null;
});

const isHan = /^\p{Script=Han}/u;

/** What is counted by, or how many: no thing. */
const saysLittle = new RegExp(
  `^(?:${fold("最多|最少|至少|一起|一天|一次|一個|一份|每天|每次|大概|通常")})$`,
  "u",
);

/** What only asks, behind the last thing that is named. */
const asksOnly = new RegExp(
  `^(?:[\\s\\p{P}]|${fold("有|要|是|會|可以|能|多少|錢|元|塊|幾|怎麼|如何|什麼|時候|多久|在哪|裡|嗎|呢|啊")})*$`,
  "u",
);

const whenNumbered = 1.25;
const passagesRead = 3;

/** The same, as what may be meant. */
export function hedge(extracted: ExtractedAnswer): ExtractedAnswer {
  return extracted.state === "answer" ? { ...extracted, state: "maybe" } : extracted;
}

/** From which sureness the bot answers, and from which it says what may help. */
export function thresholdsOf({ answerThreshold, maybeThreshold }: AnsweringBot) {
  return {
    answer: answerThreshold ?? DEFAULT_THRESHOLDS.answer,
    maybe: maybeThreshold ?? DEFAULT_THRESHOLDS.maybe,
  };
}
