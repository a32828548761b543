import { holdsNamed } from "@/lib/answers/asked/holds-named";
import { coverSentence } from "@/lib/answers/extract/cover-sentence";
import { coverText } from "@/lib/answers/extract/cover-text";
import { extractAnswer } from "@/lib/answers/extract/extract-answer";
import { scoreCandidates } from "@/lib/answers/extract/extract-candidates";
import {
  countedForm,
  expectedForm,
  measuredForm,
  pieceForm,
  piecesOrTimeForm,
  weighedForm,
} from "@/lib/answers/extract/extract-expected";
import { foldedText } from "@/lib/answers/extract/folded-text";
import { isOnTrouble } from "@/lib/answers/extract/is-on-trouble";
import { isParted } from "@/lib/answers/extract/is-parted";
import { hasNamed, lacksNamed } from "@/lib/answers/extract/lacks-named";
import { askedCells, bare } from "@/lib/answers/extract/layout/asked-cells";
import { isOfLonger, isOfOthers, namedFirst } from "@/lib/answers/extract/named-first";
import { markBest } from "@/lib/answers/extract/quote/mark-best";
import { quoteSection } from "@/lib/answers/extract/quote/quote-section";
import { quoteTable } from "@/lib/answers/extract/quote/quote-table";
import { speakQuote } from "@/lib/answers/extract/quote/speak-quote";
import { characterPairs, readSentences, termsOf } from "@/lib/answers/extract/read-sentences";
import { readTerms } from "@/lib/answers/extract/read-terms";
import { says } from "@/lib/answers/extract/says";
import { sectionAbout } from "@/lib/answers/extract/section-about";
import { createQuoteChecker } from "@/lib/answers/model/check/check-quotes";
import { asksElse } from "@/lib/answers/part/asks-else";
import { besideLast } from "@/lib/answers/part/beside-last";
import { isOnlyMentioned, lacksAsked, latinAsked } from "@/lib/answers/telling/asked-whole";
import { meetsLimit } from "@/lib/answers/telling/meets-limit";
import { otherTerms } from "@/lib/answers/telling/other-terms";
import { wholeThings } from "@/lib/answers/telling/whole-things";
import {
  askedDiscount,
  askedFee,
  asksOnlyLess,
  isWithin,
  tellsFee,
  tellsLess,
} from "@/lib/answers/values/asked-fee";
import { asksNextValue } from "@/lib/answers/values/asks-next-value";
import { parseQuery } from "@/lib/knowledge/query/parse-query";
import { readTables } from "@/lib/language/tables/read-tables";
import { fold } from "@/lib/language/words/fold";
import type { CaseTable } from "./case-table";
import { longestSentence } from "./given/longest";
import { firstPassage, foundPassage, shop } from "./given/shop";

const whole = (text: string) => ({ title: "標題", text, headings: [], start: 0, end: text.length });
const weightsOf = (text: string) => new Map(parseQuery(text).map(({ term, weight }) => [term, weight]));
const countedForms = [
  ...["多久", "多少錢", "幾次", "電話"].flatMap((question) => countedForm(question) ?? []),
  ...["一包多重", "一瓶幾毫升"].flatMap((question) => pieceForm(question) ?? []),
];
const asked = "可以退貨嗎";
const terms = weightsOf(asked);
/** As many as an extracted answer reads. */
const three = (text: string) => Array.from({ length: 3 }, () => ({ ...whole(text), score: 1 }));

/** What reads passages of documents; that none is longer than those here is tested in bounds.test.ts. */
export const passageCases: CaseTable = {
  "lib/answers/extract/extract-answer.ts": {
    extractAnswer: (text) => {
      const question = text.slice(0, 300);
      const searched = parseQuery(question).map((term) => ({ ...term, idf: 1, isKnown: true }));
      return extractAnswer({ question, terms: searched, confidence: 1, passages: three(text) });
    },
  },
  "lib/answers/extract/extract-candidates.ts": {
    scoreCandidates: (text) => scoreCandidates(asked, three(text), terms),
  },
  "lib/answers/part/beside-last.ts": {
    besideLast: (text) => besideLast(three(text), [{ role: "assistant", content: text }], text),
  },
  "lib/answers/extract/is-on-trouble.ts": {
    isOnTrouble: (text) =>
      isOnTrouble({ ...whole(text), score: 1, answer: whole(text), questions: [whole(text)] }),
  },
  "lib/answers/extract/says.ts": { says: (text) => countedForms.map((form) => says(form, text)) },
  "lib/answers/telling/asked-whole.ts": {
    isOnlyMentioned: (text) => isOnlyMentioned("飼料", [text, text, text]),
    lacksAsked: (text) => lacksAsked(text.slice(0, 400), ["結紮"], new Map()),
    latinAsked: (text) => latinAsked(text.slice(0, 400), new Map()),
  },
  "lib/answers/part/asks-else.ts": {
    asksElse: (text) => {
      const search = { passages: [], terms: [], confidence: 0, rival: 0 };
      const telling = { absent: [text], isApart: false, isOther: false, isComplete: false };
      return asksElse(text, search, { state: "unknown", quotes: [], more: null }, telling);
    },
  },
  "lib/answers/telling/whole-things.ts": {
    wholeThings: (text) =>
      wholeThings(text.slice(0, 400), fold(text.slice(0, 400)), [fold(text.slice(2, 6))]),
  },
  "lib/answers/telling/other-terms.ts": {
    otherTerms: (text) => [otherTerms(text, "每小時 25 元"), otherTerms("月租多少", text)],
  },
  "lib/answers/telling/meets-limit.ts": {
    meetsLimit: (text) => [meetsLimit(text, "滿 5 歲"), meetsLimit("4 歲可以嗎", text)],
  },
  "lib/answers/extract/extract-expected.ts": {
    countedForm: (text) => countedForm(text)?.test(text),
    pieceForm: (text) => pieceForm(text)?.test(text),
    piecesOrTimeForm: (text) => piecesOrTimeForm(text)?.test(text),
    expectedForm: (text) => expectedForm(text)?.test(text),
    measuredForm: (text) => measuredForm(text)?.test(text),
    weighedForm: (text) => weighedForm(text)?.test(text),
  },
  "lib/answers/values/asked-fee.ts": {
    askedFee,
    isWithin: (text) =>
      (["age", "height", "weight"] as const).map((measure) => isWithin(text, { measure, value: 2 })),
    askedDiscount: (text) => [askedDiscount(text), askedDiscount("有折扣嗎", text)],
    asksOnlyLess,
    tellsLess,
    tellsFee,
  },
  "lib/answers/values/asks-next-value.ts": {
    asksNextValue: (text) => [
      asksNextValue(text, [{ role: "user", content: "電話" }]),
      asksNextValue("開到幾點", [{ role: "user", content: text }]),
    ],
  },
  "lib/answers/extract/is-parted.ts": {
    isParted: (text) => [isParted("分期", text), isParted(text, "可分 6 期")],
  },
  "lib/answers/extract/lacks-named.ts": {
    hasNamed: (text) => hasNamed(whole(text), "點數"),
    lacksNamed: (text) => [
      lacksNamed(text, whole(asked), whole(text)),
      lacksNamed(text, whole(text), whole(asked)),
    ],
  },
  "lib/answers/extract/named-first.ts": {
    namedFirst: (text) => namedFirst(three(text), scoreCandidates(asked, three(text), terms), asked, null),
    isOfLonger: (text) => {
      const candidates = scoreCandidates(asked, three(text), terms);
      const [best, other = best] = candidates;
      return best && other && isOfLonger(three(text), candidates, other, best);
    },
    isOfOthers: (text) => {
      const [best, other = best] = scoreCandidates(asked, three(text), terms);
      return best && other && isOfOthers(three(text), text.slice(0, 300), other, best);
    },
  },
  "lib/answers/extract/cover-sentence.ts": {
    coverSentence: (text) => coverSentence({ ...whole(text), score: 1 }, whole(text), terms),
  },
  "lib/answers/extract/section-about.ts": {
    sectionAbout: (text) =>
      sectionAbout(three(text), { ...whole(text), passage: 0, score: 1, own: 1 }, terms),
  },
  "lib/answers/extract/read-sentences.ts": {
    termsOf,
    characterPairs,
    readSentences: (text) => readSentences({ ...whole(text), questions: [{ start: 0, end: text.length }] }),
  },
  "lib/answers/extract/quote/speak-quote.ts": { speakQuote: (text) => speakQuote(whole(text), whole(text)) },
  "lib/answers/model/check/check-quotes.ts": {
    createQuoteChecker: (text) =>
      createQuoteChecker(three(text), asked).check(text.slice(0, longestSentence), []),
  },
  "lib/answers/asked/holds-named.ts": {
    holdsNamed: (text) => {
      const question = text.slice(0, 300);
      const { terms } = shop.search(question, { limit: 3 });
      return holdsNamed(question, terms)({ ...foundPassage, text, end: text.length });
    },
  },
  "lib/answers/extract/quote/mark-best.ts": {
    markBest: (text) => {
      const found = { ...firstPassage, text, end: text.length };
      return markBest(found, found, { start: 0, end: text.length }, weightsOf("運費多少"));
    },
  },
  "lib/answers/extract/layout/asked-cells.ts": {
    askedCells: (text) =>
      readTables(text, { start: 0, end: text.length }).map((table) =>
        askedCells(table, weightsOf("運費多少")),
      ),
    bare,
  },
  "lib/answers/extract/quote/quote-table.ts": {
    quoteTable: (text) => {
      const found = { ...firstPassage, text, end: text.length };
      const candidate = { start: 0, end: text.length, passage: 0, score: 1, own: 1 };
      return quoteTable(text.slice(0, 300), found, candidate, [candidate], weightsOf("運費多少"));
    },
  },
  "lib/answers/extract/cover-text.ts": { coverText: (text) => coverText(text, weightsOf("運費多少")) },
  "lib/answers/extract/read-terms.ts": { readTerms: (text) => readTerms(text, weightsOf("運費多少")) },
  "lib/answers/extract/folded-text.ts": {
    foldedText: (text) => foldedText({ ...foundPassage, text, end: text.length }),
  },
  "lib/answers/extract/quote/quote-section.ts": {
    quoteSection: (text) => quoteSection({ ...firstPassage, text, end: text.length }, 0),
  },
};
