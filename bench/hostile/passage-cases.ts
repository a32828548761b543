import { extractAnswer } from "@/lib/answers/extract/extract-answer";
import { scoreCandidates } from "@/lib/answers/extract/extract-candidates";
import { isOnTrouble } from "@/lib/answers/extract/is-on-trouble";
import { hasNamed, lacksNamed } from "@/lib/answers/extract/lacks-named";
import { speakQuote } from "@/lib/answers/extract/quote/speak-quote";
import { characterPairs, readSentences } from "@/lib/answers/extract/read-sentences";
import { createQuoteChecker } from "@/lib/answers/model/check/check-quotes";
import { besideLast } from "@/lib/answers/part/beside-last";
import { parseQuery } from "@/lib/knowledge/query/parse-query";
import type { CaseTable } from "./case-table";
import { longestSentence } from "./longest";

const whole = (text: string) => ({ title: "標題", text, headings: [], start: 0, end: text.length });
const asked = "可以退貨嗎";
const terms = new Map(parseQuery(asked).map(({ term, weight }) => [term, weight]));
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
    besideLast: (text) => besideLast(three(text), [{ role: "assistant", content: text }]),
  },
  "lib/answers/extract/is-on-trouble.ts": {
    isOnTrouble: (text) =>
      isOnTrouble({ ...whole(text), score: 1, answer: whole(text), questions: [whole(text)] }),
  },
  "lib/answers/extract/lacks-named.ts": {
    hasNamed: (text) => hasNamed(whole(text), "點數"),
    lacksNamed: (text) => [
      lacksNamed(text, whole(asked), whole(text)),
      lacksNamed(text, whole(text), whole(asked)),
    ],
  },
  "lib/answers/extract/read-sentences.ts": {
    characterPairs,
    readSentences: (text) => readSentences({ ...whole(text), questions: [{ start: 0, end: text.length }] }),
  },
  "lib/answers/extract/quote/speak-quote.ts": { speakQuote: (text) => speakQuote(whole(text), whole(text)) },
  "lib/answers/model/check/check-quotes.ts": {
    createQuoteChecker: (text) =>
      createQuoteChecker(three(text), asked).check(text.slice(0, longestSentence), []),
  },
};
