import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { type AnswerWords, answerWords } from "@/lib/i18n/words/answer-words";
import type { BotSearch } from "@/lib/knowledge/search/search-bot";
import { log } from "@/lib/log";
import type { ModelUsage } from "@/lib/model/client";
import { isModelError, type ModelError } from "@/lib/model/model-error";
import type { Answer, AnsweringBot, Question } from "./answer";
import { plainly, readAsked, troubleTold } from "./asked/read-asked";
import { documentsAnswer } from "./documents-answer";
import type { Quote } from "./extract/quote/quote";
import { toSources } from "./extract/quote/to-sources";
import { fitsComplaint, readTrouble, type Trouble, troubleBefore, wantsRefund } from "./message/read-trouble";
import { readsAsQuestion } from "./message/reads-as-question";
import { modelAnswer } from "./model/model-answer";
import { noteModelFault } from "./model/note-model-fault";
import { rewriteQuestion } from "./model/rewrite-question";
import { search } from "./part/read-parts";
import { surenessOf } from "./part/sureness";
import { personAnswer } from "./saying/person-answer";
import { unknownAnswer } from "./saying/unknown-answer";
import { withPerson } from "./saying/with-person";
import { isRanting } from "./small-talk/is-ranting";
import { rantAnswer, smallTalkAnswer } from "./small-talk/small-talk-answer";
import { readTelling } from "./telling/read-telling";
import type { NotedPart } from "./trace/answer-notes";

type AnsweringCtx = Pick<Ctx, "db" | "model" | "embedder">;

/**
 * Answers a question from a bot's documents, or says that they don't have the answer: in a model's words where one is
 * configured, each sentence checked against the documents, else in the documents' own. When the model fails, the
 * documents' own words answer if they can. Throws AppError `unavailable` when they can't, and the signal's reason when
 * the visitor left. What asks nothing (「謝謝」) or asks for a person is answered without either.
 */
export async function answerQuestion(ctx: AnsweringCtx, bot: AnsweringBot, asked: Question): Promise<Answer> {
  const since = performance.now();
  const { question, language } = asked;
  const words = answerWords[language];
  if (asked.wantsPerson) return withWish(ctx, bot, asked);
  const smallTalk = await smallTalkAnswer(ctx, bot, question, language);
  if (smallTalk) return smallTalk;
  const input = plainly(asked);
  const trouble = readTrouble(input.question) ?? troubleBefore(input);
  const answer = await answerFromKnowledge(ctx, bot, input, { words, trouble, since });
  if (trouble) return withPerson(answer, trouble, bot, { question: troubleTold(input), words });
  const isRant = isRanting(question) && !(answer.answered && readsAsQuestion(question));
  return isRant ? rantAnswer(bot, words) : answer;
}

/** That staff were told, after what the documents say for sure to what the message asks beside. */
async function withWish(ctx: AnsweringCtx, bot: AnsweringBot, asked: Question): Promise<Answer> {
  const told = personAnswer(bot, answerWords[asked.language], asked);
  if (!asked.beside) return told;
  const { beside: question, ...rest } = asked;
  const answer = await answerQuestion({ ...ctx, model: null }, bot, {
    ...rest,
    question,
    wantsPerson: false,
  });
  return answer.answered ? { ...answer, bubbles: [...answer.bubbles, ...told.bubbles] } : told;
}

async function answerFromKnowledge(
  ctx: AnsweringCtx,
  bot: AnsweringBot,
  input: Question,
  { words, trouble, since }: { words: AnswerWords; trouble: Trouble | null; since: number },
): Promise<Answer> {
  const { model } = ctx;
  let tokens: ModelUsage | undefined;
  const onUsage = ({ input, output }: ModelUsage) => {
    tokens = { input: (tokens?.input ?? 0) + input, output: (tokens?.output ?? 0) + output };
  };
  const { notes } = input;
  const rewritten = model && (await rewriteQuestion(model, { ...input, model: bot.answerModel, onUsage }));
  const { query, context } = rewritten ? { query: rewritten, context: null } : readAsked(input, trouble);
  if (notes) Object.assign(notes, { query, context });
  const told = trouble === "complaint" ? troubleTold(input) : "";
  const fits = wantsRefund(told) ? (quote: string, above: string) => fitsComplaint(told, quote, above) : null;
  const asked = { question: query, context, before: input.history, words, notes, fits };
  const searchWhole = (limit = 3) => search(ctx, bot, asked, { limit: model ? 10 : limit, context });
  if (!model) return documentsAnswer(ctx, bot, asked, searchWhole);
  const found = await searchWhole();
  const fromDocuments = async () => ({
    ...(await documentsAnswer(ctx, bot, asked, async () => found)),
    tokens,
  });
  if (found.passages.length === 0) return fromDocuments();

  const telling = readTelling(query, found);
  const elapsedMs = performance.now() - since;
  try {
    const { text, quotes, kept, saysNoAnswer, isOther, failure } = await modelAnswer(
      model,
      bot,
      {
        ...input,
        // What is asked about may be absent: that has to be said first.
        ...(telling.isOther && { onDelta: undefined }),
        timeoutMs: answerTimeoutMs - elapsedMs,
        firstWordsMs: firstWordsMs - elapsedMs,
        onUsage,
      },
      found.passages,
    );
    notes?.parts.push(modelPart(query, found, quotes));
    if (failure) await noteFailure(ctx, bot, failure);
    else await noteModelFault(ctx, bot, null);
    const by = { answeredBy: "model" as const, tokens };
    if (quotes.length === 0)
      return saysNoAnswer
        ? { ...unknownAnswer(bot, words, surenessOf(found)), ...by }
        : hedged(await fromDocuments(), isOther, words);
    const isSure = !telling.isOther && (kept > 0 || !isOther);
    const hedge = telling.absent.length > 0 ? words.nearest(telling.absent) : words.maybe;
    return {
      bubbles: isSure ? [text] : [hedge, text],
      sources: toSources(found, quotes),
      answered: isSure,
      confidence: surenessOf(found),
      ...by,
      ...(failure && { degraded: true }),
    };
  } catch (error) {
    if (!isModelError(error)) throw error;
    if (notes) notes.model = { reply: "", sentences: [], ...notes.model, fault: error.fault };
    await noteFailure(ctx, bot, error);
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

/** Where a model named what the documents lack, they aren't sure either. */
function hedged(answer: Answer, isOther: boolean, words: AnswerWords): Answer {
  return answer.answered && isOther
    ? { ...answer, bubbles: [words.maybe, ...answer.bubbles], answered: false }
    : answer;
}

/** For everything, so that the documents' own answer still reaches a page that waits half a minute. */
const answerTimeoutMs = 20_000;
/** Until a visitor reads the first of it. */
const firstWordsMs = 8_000;

async function noteFailure(ctx: AnsweringCtx, bot: AnsweringBot, error: ModelError): Promise<void> {
  const { fault, status, message: reason } = error;
  log("error", "the model did not answer", { botId: bot.id, fault, status, reason });
  await noteModelFault(ctx, bot, fault);
}

function modelPart(question: string, search: BotSearch, quotes: Quote[]): NotedPart {
  const state = quotes.length > 0 ? "answer" : "unknown";
  return { question, search, telling: null, sureness: surenessOf(search), extracted: { state, quotes } };
}
