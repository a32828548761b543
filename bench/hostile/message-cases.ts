import { asksForPerson } from "@/lib/answers/asks-for-person";
import { buildPrompt } from "@/lib/answers/build-prompt";
import { cleanPromptLine, cleanPromptText } from "@/lib/answers/clean-prompt-text";
import { coverText } from "@/lib/answers/cover-text";
import { estimateTokens } from "@/lib/answers/estimate-tokens";
import { extractAnswer } from "@/lib/answers/extract-answer";
import { scoreCandidates } from "@/lib/answers/extract-candidates";
import { expectedForm } from "@/lib/answers/extract-expected";
import { permissionForm } from "@/lib/answers/extract-permission";
import { growQuote } from "@/lib/answers/grow-quote";
import { plainWords } from "@/lib/answers/plain-words";
import { readNumbers } from "@/lib/answers/read-numbers";
import { readSmallTalk } from "@/lib/answers/read-small-talk";
import { readTerms } from "@/lib/answers/read-terms";
import { rewriteQuestion } from "@/lib/answers/rewrite-question";
import { splitQuestion } from "@/lib/answers/split-question";
import { createTaiwanConverter } from "@/lib/answers/to-taiwan";
import { parseFeedbackInput } from "@/lib/conversations/feedback-input";
import { parseChatId, parseMessageInput } from "@/lib/conversations/message-input";
import { parseVisitor } from "@/lib/conversations/visitor-input";
import { readJsonBody } from "@/lib/http/read-json-body";
import { answerWords } from "@/lib/i18n/answer-words";
import { splitPassages } from "@/lib/knowledge/chunk/split-passages";
import { askedPermission } from "@/lib/knowledge/search/asked-permission";
import { BotIndex } from "@/lib/knowledge/search/bot-index";
import { buildSegment } from "@/lib/knowledge/search/build-segment";
import { findContext } from "@/lib/knowledge/search/find-context";
import { foldQuestion } from "@/lib/knowledge/search/fold-question";
import { cleanQuery, parseQuery } from "@/lib/knowledge/search/parse-query";
import { repairTypos } from "@/lib/knowledge/search/repair-typos";
import { rewordQuestion } from "@/lib/knowledge/search/reword-question";
import { encodeSegment } from "@/lib/knowledge/search/segment";
import { stem } from "@/lib/knowledge/search/stem";
import type { ModelClient } from "@/lib/model/client";
import { chooseLocale } from "@/widget/locale";
import { countCodePoints, messageText } from "@/widget/message-text";
import { safeHref } from "@/widget/safe-href";
import type { CaseTable } from "./case-table";
import { prose } from "./prose";

const shopText = prose(20_000);
const shopPassages = splitPassages(shopText);
const shop = new BotIndex();
const segment = encodeSegment(buildSegment({ title: "標題", text: shopText, passages: shopPassages }));
shop.add({ id: "shop", segment });
const firstPassage = { start: 0, end: 600, headings: [], title: "標題", text: shopText, score: 1 };

const history = (text: string) => [
  { role: "user" as const, content: text },
  { role: "assistant" as const, content: text },
];
/** More fit into no body of 64 KiB. */
const mostTraits = 8_000;
const weightsOf = (text: string) => new Map(parseQuery(text).map(({ term, weight }) => [term, weight]));

/** Answers with the text, whatever it is asked. */
const echo = (text: string): ModelClient => ({
  generate: async () => text,
  async *stream() {
    yield text;
  },
});

/** What reads a visitor's message and all that comes with it in a body of 64 KiB, and what a model writes. */
export const messageCases: CaseTable = {
  "lib/conversations/message-input.ts": {
    parseMessageInput: (text) =>
      parseMessageInput({
        message: text.slice(0, 300),
        history: history(text),
        page_url: text,
        locale: text,
        visitor: { name: text, [text]: text },
      }),
    parseChatId,
  },
  "lib/conversations/visitor-input.ts": {
    parseVisitor: (text) => parseVisitor({ name: text, email: text, ...text.slice(0, mostTraits).split("") }),
  },
  "lib/conversations/feedback-input.ts": {
    parseFeedbackInput: (text) =>
      parseFeedbackInput({ chat_id: `web_${"a".repeat(32)}`, message_id: text, rating: text, reason: text }),
  },
  "lib/http/read-json-body.ts": {
    readJsonBody: (text) => readJsonBody({ body: new Blob([JSON.stringify({ message: text })]).stream() }),
  },
  "lib/answers/asks-for-person.ts": { asksForPerson },
  "lib/answers/build-prompt.ts": {
    buildPrompt: (text) =>
      buildPrompt({ question: text, history: history(text), passages: [firstPassage], wishes: text }),
  },
  "lib/answers/clean-prompt-text.ts": { cleanPromptLine, cleanPromptText },
  "lib/answers/cover-text.ts": { coverText: (text) => coverText(text, weightsOf("運費多少")) },
  "lib/answers/estimate-tokens.ts": { estimateTokens },
  "lib/answers/extract-answer.ts": {
    extractAnswer: (text) => {
      const passages = splitPassages(text).map((passage) => ({ ...passage, title: "標題", text, score: 1 }));
      const { terms } = shop.search(text.slice(0, 300), { limit: 3 });
      return extractAnswer({ question: text.slice(0, 300), terms, confidence: 1, passages });
    },
  },
  "lib/answers/extract-candidates.ts": {
    scoreCandidates: (text) =>
      scoreCandidates("可以退貨嗎", [{ ...firstPassage, text, end: text.length }], weightsOf("可以退貨嗎")),
  },
  "lib/answers/extract-expected.ts": { expectedForm: (text) => expectedForm(text)?.test(text) },
  "lib/answers/extract-permission.ts": {
    permissionForm: (text) => [permissionForm(text), permissionForm("可以退貨嗎")?.(text)],
  },
  "lib/answers/grow-quote.ts": {
    growQuote: (text) => growQuote(text, { start: 0, end: 10 }, { start: 0, end: text.length, headings: [] }),
  },
  "lib/answers/plain-words.ts": { plainWords },
  "lib/answers/read-numbers.ts": { readNumbers },
  "lib/answers/read-small-talk.ts": { readSmallTalk },
  "lib/answers/read-terms.ts": { readTerms: (text) => readTerms(text, weightsOf("運費多少")) },
  "lib/answers/rewrite-question.ts": {
    rewriteQuestion: (text) =>
      rewriteQuestion(echo(text), { question: "那運費呢？", history: history(text), model: "" }),
  },
  "lib/answers/split-question.ts": { splitQuestion: (text) => splitQuestion(text.slice(0, 300)) },
  "lib/answers/to-taiwan.ts": {
    createTaiwanConverter: (text) => [
      createTaiwanConverter(text)(text),
      createTaiwanConverter("")(`软件${text}`),
    ],
  },
  "lib/i18n/answer-words.ts": { answerWords },
  "lib/knowledge/search/asked-permission.ts": { askedPermission },
  "lib/knowledge/search/bot-index.ts": {
    BotIndex: (text) => shop.search(text.slice(0, 300), { limit: 10, context: text.slice(0, 900) }),
  },
  "lib/knowledge/search/fold-question.ts": { foldQuestion },
  "lib/knowledge/search/reword-question.ts": { rewordQuestion: (text) => rewordQuestion(text, () => true) },
  "lib/knowledge/search/stem.ts": { stem },
  "widget/locale.ts": { chooseLocale: (text) => chooseLocale([text]) },
  "widget/message-text.ts": { messageText, countCodePoints },
  "widget/safe-href.ts": { safeHref },
};

/** What reads a question and those before it: 300 characters of each have passed `parseMessageInput`. */
export const questionCases: CaseTable = {
  "lib/knowledge/search/find-context.ts": { findContext: (text) => findContext(text, [text, text, text]) },
  "lib/knowledge/search/parse-query.ts": {
    parseQuery: (text) => parseQuery(text, { context: text }),
    cleanQuery,
  },
  "lib/knowledge/search/repair-typos.ts": {
    repairTypos: (text) =>
      repairTypos(
        text.slice(0, 300),
        () => false,
        () => false,
      ),
  },
  "lib/knowledge/search/reword-question.ts": { rewordQuestion: (text) => rewordQuestion(text, () => true) },
  "lib/knowledge/search/stem.ts": { stem },
  "widget/locale.ts": { chooseLocale: (text) => chooseLocale([text]) },
  "widget/message-text.ts": { messageText, countCodePoints },
  "widget/safe-href.ts": { safeHref },
};
