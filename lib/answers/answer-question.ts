import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { type AnswerWords, answerWords } from "@/lib/i18n/answer-words";
import { findContext } from "@/lib/knowledge/query/find-context";
import { type BotSearch, searchBot } from "@/lib/knowledge/search/search-bot";
import { sliceMapped } from "@/lib/language/markup/mapped-text";
import { log } from "@/lib/log";
import type { ModelUsage } from "@/lib/model/client";
import { isModelError } from "@/lib/model/model-error";
import type { Answer, AnsweringBot, Question } from "./answer";
import {
  DEFAULT_THRESHOLDS,
  type ExtractedAnswer,
  extractAnswer,
  type Quote,
} from "./extract/extract-answer";
import { readPassage } from "./extract/read-passage";
import { speakQuote } from "./extract/speak-quote";
import { modelAnswer } from "./model/model-answer";
import { noteModelFault } from "./model/note-model-fault";
import { rewriteQuestion } from "./model/rewrite-question";
import { smallTalkAnswer } from "./small-talk/small-talk-answer";
import { splitQuestion } from "./split-question";
import { surenessOf } from "./sureness";

type AnsweringCtx = Pick<Ctx, "db" | "model" | "embedder">;

/**
 * Answers a question from a bot's documents, or says that they don't have the answer: in a model's words where one is
 * configured, each sentence checked against the documents, else in the documents' own. When the model fails, the
 * documents' own words answer if they can. Throws AppError `unavailable` when they can't, and the signal's reason when the
 * visitor left. What asks nothing (「謝謝」) or asks for a person is answered without either.
 */
export async function answerQuestion(ctx: AnsweringCtx, bot: AnsweringBot, asked: Question): Promise<Answer> {
  const since = performance.now();
  const { model } = ctx;
  const { question, language } = asked;
  const input = { ...asked, history: withoutQuestion(asked) };
  const words = answerWords[language];
  if (asked.wantsPerson) return personAnswer(bot, words);
  const smallTalk = await smallTalkAnswer(ctx, bot, question, language);
  if (smallTalk) return smallTalk;
  let tokens: ModelUsage | undefined;
  const onUsage = ({ input, output }: ModelUsage) => {
    tokens = { input: (tokens?.input ?? 0) + input, output: (tokens?.output ?? 0) + output };
  };
  const rewritten = model && (await rewriteQuestion(model, { ...input, model: bot.answerModel, onUsage }));
  const query = rewritten ?? question;
  const context = rewritten
    ? null
    : findContext(
        question,
        input.history.flatMap(({ role, content }) => (role === "user" ? [content] : [])),
      );
  const searchWhole = () => searchBot(ctx, bot, query, { limit: model ? 10 : 3, context });
  if (!model) return documentsAnswer(ctx, bot, { question: query, words }, searchWhole);
  const search = await searchWhole();
  const fromDocuments = async () => ({
    ...(await documentsAnswer(ctx, bot, { question: query, words }, async () => search)),
    tokens,
  });
  if (search.passages.length === 0) return fromDocuments();

  try {
    const { text, quotes } = await modelAnswer(
      model,
      bot,
      { ...input, timeoutMs: answerTimeoutMs - (performance.now() - since), onUsage },
      search.passages,
    );
    await noteModelFault(ctx, bot, null);
    const by = { answeredBy: "model" as const, tokens };
    if (quotes.length === 0) return { ...unknownAnswer(bot, words, search), ...by };
    const sources = toSources(search, quotes);
    return { bubbles: [text], sources, answered: true, confidence: surenessOf(search), ...by };
  } catch (error) {
    if (!isModelError(error)) throw error;
    const { fault, status } = error;
    log("error", "the model did not answer", { botId: bot.id, fault, status, reason: error.message });
    await noteModelFault(ctx, bot, fault);
    const answer = await fromDocuments();
    if (answer.sources.length === 0)
      throw new AppError("unavailable", "the model failed and the documents don't answer by themselves", {
        reason: "model_failed",
        cause: error,
        isLogged: true,
      });
    return { ...answer, degraded: true };
  }
}

/** For everything, so that the documents' own answer still reaches a page that waits half a minute. */
const answerTimeoutMs = 20_000;

/** The widget may list the question itself as the last thing said. */
function withoutQuestion({ question, history }: Question): Question["history"] {
  const last = history.at(-1);
  return last?.role === "user" && last.content === question ? history.slice(0, -1) : history;
}

/** One question of a message with what the documents say to it. */
type Part = { question: string; search: BotSearch; extracted: ExtractedAnswer };

/**
 * The documents' own words: to each question of the message, in order, in bubbles of its own. The message as a whole is
 * searched for where it is one question, or where none of its questions has an answer.
 */
async function documentsAnswer(
  ctx: AnsweringCtx,
  bot: AnsweringBot,
  { question, words }: { question: string; words: AnswerWords },
  searchWhole: () => Promise<BotSearch>,
): Promise<Answer> {
  const sayAsOne = async () => sayPart(bot, words, readPart(bot, question, await searchWhole()));
  const questions = splitQuestion(question);
  if (questions.length === 1) return sayAsOne();
  const parts = await readParts(ctx, bot, questions);
  const answered = parts.filter(({ extracted }) => extracted.state === "answer");
  if (answered.length === 0) return sayAsOne();
  const bubbles: string[] = [];
  const sources: Answer["sources"] = [];
  for (const part of answered) {
    const said = sayPart(bot, words, part);
    const isNew = said.sources.some(({ quote }) => !sources.some((before) => before.quote.includes(quote)));
    if (!isNew) continue;
    bubbles.push(...said.bubbles);
    sources.push(...said.sources);
  }
  const missing = parts.filter((part) => !answered.includes(part));
  if (missing.length > 0)
    bubbles.push(
      [words.missing(missing.map((part) => part.question)), bot.contact].filter(Boolean).join("\n"),
    );
  return {
    bubbles,
    sources,
    answered: missing.length === 0,
    confidence: Math.min(...parts.map(({ search }) => surenessOf(search))),
    answeredBy: "documents",
  };
}

/** A later question that says little by itself is read with the first one: 「運費多少？幾天會到？」. */
async function readParts(
  ctx: AnsweringCtx,
  bot: AnsweringBot,
  questions: readonly string[],
): Promise<Part[]> {
  const [first = ""] = questions;
  return Promise.all(
    questions.map(async (question) => {
      const alone = readPart(bot, question, await searchBot(ctx, bot, question, { limit: 3 }));
      if (question === first || alone.extracted.state === "answer") return alone;
      const search = await searchBot(ctx, bot, question, { limit: 3, context: first });
      return surenessOf(search) > surenessOf(alone.search) ? readPart(bot, question, search) : alone;
    }),
  );
}

function readPart(bot: AnsweringBot, question: string, search: BotSearch): Part {
  const thresholds = {
    answer: bot.answerThreshold ?? DEFAULT_THRESHOLDS.answer,
    maybe: bot.maybeThreshold ?? DEFAULT_THRESHOLDS.maybe,
  };
  const { terms, passages } = search;
  const confidence = surenessOf(search);
  return {
    question,
    search,
    extracted: extractAnswer({ question, terms, confidence, passages, thresholds }),
  };
}

function sayPart(bot: AnsweringBot, words: AnswerWords, { search, extracted }: Part): Answer {
  const { state, quotes, more } = extracted;
  if (state === "unknown") return unknownAnswer(bot, words, search);
  const sources = toSources(search, quotes);
  if (sources.length === 0) return unknownAnswer(bot, words, search);
  const said = quotes.flatMap((quote) => speak(search, quote));
  const found = { sources, confidence: surenessOf(search), answeredBy: "documents" as const };
  if (state === "maybe") return { bubbles: [words.maybe, ...said], answered: false, ...found };
  const rest = more ? speak(search, more) : [];
  return { bubbles: [said.join("\n\n"), ...rest], answered: true, ...found };
}

function unknownAnswer(bot: AnsweringBot, words: AnswerWords, search: BotSearch): Answer {
  const said = bot.fallbackText || words.unknown;
  return {
    bubbles: [[said, bot.contact].filter(Boolean).join("\n")],
    sources: [],
    answered: false,
    confidence: surenessOf(search),
    answeredBy: "documents",
  };
}

/** Where the bot offers nobody to talk to: how to reach the people behind it. */
function personAnswer(bot: AnsweringBot, words: AnswerWords): Answer {
  const said = [words.person, bot.contact].filter(Boolean).join("\n");
  return { bubbles: [said], sources: [], answered: null, confidence: null, answeredBy: "person" };
}

/** Each quote as a reader of the document sees it. */
function toSources({ passages }: BotSearch, quotes: readonly Quote[]): Answer["sources"] {
  return quotes.flatMap(({ passage, start, end }) => {
    const found = passages[passage];
    const quote = found ? sliceMapped(readPassage(found).seen, start, end) : "";
    if (!found || !quote) return [];
    const { title, documentId, versionId, ordinal } = found;
    return [{ title, quote, documentId, versionId, ordinal }];
  });
}

function speak({ passages }: BotSearch, quote: Quote): string[] {
  const found = passages[quote.passage];
  return found ? [speakQuote(found, quote)].filter(Boolean) : [];
}
