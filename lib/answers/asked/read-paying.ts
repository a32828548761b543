import { namedAgain } from "@/lib/knowledge/query/ask-again";
import type { QueryContext } from "@/lib/knowledge/query/query-context";
import { fold } from "@/lib/language/words/fold";
import { keepLast } from "@/lib/language/words/keep-last";
import type { Question } from "../answer";
import type { Quote } from "../extract/quote/quote";
import { readSentences } from "../extract/read-sentences";
import type { Part } from "../part/part";
import { nameKinds } from "../telling/names";
import { sameNames } from "../telling/same-names";

/**
 * What answers a way to pay that is named alone after something else (「LINE Pay 呢」): after refunds or instalments the
 * lines that tell those of it, and where none does, what is said of it isn't sure; after anything else how one pays by
 * it. Null where nothing is said of it, and for other questions.
 */
export function readPaying(
  part: Part,
  context: QueryContext | null,
  before: Question["history"],
): Part | null {
  const names = waysIn(part.question);
  if (names.length === 0 || before.length === 0) return null;
  if (!context?.asksSame && !names.includes(fold(namedAgain(part.question)))) return null;
  const last = fold(before.findLast(({ role }) => role === "user")?.content.slice(0, longest) ?? "");
  const { search } = part;
  const lines = search.passages.flatMap((passage, at) => {
    const above = fold([passage.title, ...passage.headings].join("\n"));
    return readSentences(passage)
      .sentences.filter(({ own }) => names.some((name) => own.includes(name)))
      .map(({ own, start, end }) => ({ quote: { passage: at, start, end }, said: `${above}\n${own}`, own }));
  });
  if (lines.length === 0) return null;
  const matter = matters.find(({ asks }) => asks.test(last));
  const fit = lines.filter(({ said, own }) => (matter ? matter.tells(said, own) : paysOf(said)));
  const say = (quotes: Quote[], state: "answer" | "maybe"): Part => ({
    ...part,
    telling: { ...part.telling, absent: [], isOther: false },
    extracted: { state, quotes: quotes.filter(({ passage }) => passage === quotes[0]?.passage), more: null },
  });
  if (fit.length > 0)
    return say(
      fit.map(({ quote }) => quote),
      "answer",
    );
  return say(lines.map(({ quote }) => quote).slice(0, 1), "maybe");
}

/** The names of the ways to pay that a text has, each with its others, folded. */
const waysIn = keepLast((text): readonly string[] => {
  const folded = fold(text.slice(0, longest));
  const named = sameNames
    .findIn(folded)
    .flatMap(({ word }) => (brands.has(word) ? [word, ...sameNames.othersOf(word)] : []));
  return [...named, ...ways.filter((way) => way.some((name) => folded.includes(name))).flat()];
});

/** UTF-16 units. */
const longest = 400;
const brands = new Set(
  (nameKinds[0]?.names ?? "").split(" ").flatMap((name) => {
    const word = fold(name.replaceAll("_", " "));
    return [word, ...sameNames.othersOf(word)];
  }),
);
const ways = [
  "信用卡 刷卡 credit_card クレジットカード 신용카드",
  "轉帳 匯款 bank_transfer 振込 계좌이체",
  "現金 付現 cash 현금",
  "貨到付款 cash_on_delivery 代引き 代金引換",
  "取貨付款",
].map((names) => names.split(" ").map((name) => fold(name.replaceAll("_", " "))));

const moneyBack = new RegExp(`[${fold("退返")}]|\\b(?:refund|return)|환불|반품`, "u");
const cancels = new RegExp(`${fold("取消|キャンセル")}|\\bcancel|취소`, "u");
const instalments = new RegExp(
  `${fold("分期|分割")}|${fold("分")}\\s?\\d{1,2}\\s?${fold("期")}|\\binstall?ment|할부`,
  "u",
);
const charges = new RegExp(`${fold("手續費|手数料")}|\\b(?:surcharge|handling fee)|수수료`, "u");

/** What is asked of money that is told of each way to pay by itself. */
const matters: readonly { asks: RegExp; tells: (said: string, own: string) => boolean }[] = [
  { asks: cancels, tells: (said) => cancels.test(said) },
  { asks: moneyBack, tells: (said) => moneyBack.test(said) && !cancels.test(said) },
  { asks: instalments, tells: (_, own) => instalments.test(own) },
  { asks: charges, tells: (_, own) => charges.test(own) },
];

/** Whether a line tells that one pays so, not how money comes back. */
function paysOf(said: string): boolean {
  return paying.test(said) && !moneyBack.test(said) && !cancels.test(said);
}

const paying = new RegExp(nameKinds[0] ? fold(nameKinds[0].tells) : "", "u");
