import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { type AnswerWords, answerWords } from "@/lib/i18n/words/answer-words";
import { findContext } from "@/lib/knowledge/query/find-context";
import type { QueryContext } from "@/lib/knowledge/query/query-context";
import type { BotSearch, SearchBotOptions } from "@/lib/knowledge/search/search-bot";
import { log } from "@/lib/log";
import type { ModelUsage } from "@/lib/model/client";
import { isModelError, type ModelError } from "@/lib/model/model-error";
import type { Answer, AnsweringBot, Question } from "./answer";
import { nearKind } from "./asked/near-kind";
import { plainly, readAsked, troubleTold } from "./asked/read-asked";
import { readCounted } from "./asked/read-counted";
import { readNamed } from "./asked/read-named";
import { readPaying } from "./asked/read-paying";
import { withoutTopic } from "./asked/without-topic";
import type { Quote } from "./extract/quote/quote";
import { toSources } from "./extract/quote/to-sources";
import { findSection } from "./intents/find-section";
import { isOn, readIntent } from "./intents/read-intent";
import { readComparison } from "./message/read-comparison";
import { fitsComplaint, readTrouble, type Trouble, troubleBefore, wantsRefund } from "./message/read-trouble";
import { readsAsQuestion } from "./message/reads-as-question";
import { splitQuestion } from "./message/split-question";
import { modelAnswer } from "./model/model-answer";
import { noteModelFault } from "./model/note-model-fault";
import { rewriteQuestion } from "./model/rewrite-question";
import { type Fits, onlyFitting } from "./part/only-fitting";
import type { Part } from "./part/part";
import { hedge, readPart, thresholdsOf } from "./part/read-part";
import { searchFor } from "./part/search-for";
import { surenessOf } from "./part/sureness";
import { personAnswer } from "./saying/person-answer";
import { listsRead, sayComparison } from "./saying/say-comparison";
import { createSayOnce } from "./saying/say-once";
import { sayPart } from "./saying/say-part";
import { unknownAnswer } from "./saying/unknown-answer";
import { withPerson } from "./saying/with-person";
import { isRanting } from "./small-talk/is-ranting";
import { rantAnswer, smallTalkAnswer } from "./small-talk/small-talk-answer";
import { readTelling } from "./telling/read-telling";
import type { AnswerNotes, NotedPart } from "./trace/answer-notes";
import { askedValues } from "./values/asked-values";
import { asksNextValue } from "./values/asks-next-value";
import { withFee } from "./values/with-fee";
import { withValues } from "./values/with-values";

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

type Asked = {
  question: string;
  context: QueryContext | null;
  before: Question["history"];
  words: AnswerWords;
  notes: AnswerNotes | undefined;
  /** Whether what documents say is on what was asked, where that is not all that a question tells. */
  fits: Fits | null;
};

/**
 * The documents' own words: to each question of the message, in order, in bubbles of its own. The message as a whole is
 * searched for where it is one question, or where none of its questions has an answer.
 */
async function documentsAnswer(
  ctx: AnsweringCtx,
  bot: AnsweringBot,
  asked: Asked,
  searchWhole: (limit?: number) => Promise<BotSearch>,
): Promise<Answer> {
  const { question, context, words, notes, fits } = asked;
  const compared = readComparison(question);
  const searchCompared = (compared: string) =>
    compared === "" && addsUp.test(question)
      ? search(ctx, bot, { ...asked, question: `${question} ${pricesAsked}` }, { limit: listsRead, context })
      : searchWhole(listsRead);
  if (compared !== null) {
    const part = readPart(bot, question, await searchCompared(compared), context);
    notes?.parts.push(part);
    return sayComparison(bot, words, compared, part);
  }
  const doing = context?.about ? null : await readDoing(ctx, bot, asked, context);
  if (doing) {
    notes?.parts.push(doing);
    return sayPart(bot, words, doing);
  }
  const sayAsOne = async () => {
    const read = readPart(bot, question, await searchWhole(), context);
    const readAlone = async (question: string) =>
      readPart(bot, question, await search(ctx, bot, { ...asked, question }, { limit: 3, context: null }));
    let alone: Promise<Part> | undefined;
    const readItAlone = () => {
      alone ??= readAlone(question);
      return alone;
    };
    const readNear = async () => {
      const named = await readNamed(read, context, readItAlone);
      const counted = await readCounted(named, context, readItAlone);
      return nearKind(withoutTopic(counted, context), readAlone);
    };
    const near = readPaying(read, context, asked.before) ?? (await readNear());
    const part = onlyFitting(await readValues(ctx, bot, asked, near, context), fits);
    notes?.parts.push(part);
    return sayPart(bot, words, part);
  };
  const questions = splitQuestion(question);
  if (questions.length === 1) return sayAsOne();
  const parts = await readParts(ctx, bot, asked, questions);
  const answered = parts.filter(({ extracted }) => extracted.state === "answer");
  if (answered.length === 0) return sayAsOne();
  notes?.parts.push(...parts);
  const bubbles: string[] = [];
  const sources: Answer["sources"] = [];
  const once = createSayOnce();
  const shown = parts.filter(({ extracted }) => extracted.state !== "unknown");
  for (const part of shown) {
    const said = sayPart(bot, words, part, once);
    bubbles.push(...said.bubbles);
    sources.push(...said.sources);
  }
  const missing = parts.filter((part) => !shown.includes(part));
  if (missing.length > 0)
    bubbles.push(
      [words.missing(missing.map((part) => part.question)), once.fresh(bot.contact)]
        .filter(Boolean)
        .join("\n"),
    );
  return {
    bubbles,
    sources,
    answered: answered.length === parts.length,
    confidence: Math.min(...parts.map(({ sureness }) => sureness)),
    answeredBy: "documents",
  };
}

/** A sum of prices is looked for where prices are. */
const addsUp = /多少|總共|总共|一共|合計|加起來|いくら|合計|in total|altogether|얼마/u;
const pricesAsked = "價格 多少錢";

/** Each question is read as one that goes on about those before it: 「運費多少？幾天會到？」. */
async function readParts(
  ctx: AnsweringCtx,
  bot: AnsweringBot,
  { before, notes }: Asked,
  questions: readonly string[],
): Promise<Part[]> {
  return Promise.all(
    questions.map(async (written, at) => {
      const said = questions.slice(0, at).map((content) => ({ role: "user" as const, content }));
      const asked = written.replace(joiner, "");
      const earlier = [...before, ...said];
      const found = asksNextValue(asked, earlier) ? null : findContext(asked, earlier);
      const question = found?.instead ?? written;
      const context = found && { ...found, share: Math.min(found.share, firstShare) };
      const doing = await readDoing(ctx, bot, { question, before, notes }, context);
      if (doing) return doing;
      const part = { question, before, notes };
      const look = (context: QueryContext | null) => search(ctx, bot, part, { limit: 3, context });
      const read = (found: BotSearch, context: QueryContext | null) =>
        readValues(ctx, bot, part, readPart(bot, question, found, context), context);
      const together = await read(await look(context), context);
      if (!context) return together;
      const foundAlone = await look(null);
      // Whatever it says alone, this is among it.
      if (
        together.extracted.state === "answer" &&
        context.about !== "" &&
        askedValues(question) === null &&
        isAmong(together, foundAlone)
      )
        return together;
      const alone = await read(foundAlone, null);
      const isSure = alone.extracted.state === "answer";
      // What was asked before tells which answer, not that there is one.
      if (
        (isSure || (context.about === "" && alone.extracted.state === "maybe")) &&
        !isAmong(together, alone.search)
      )
        return alone;
      if (together.extracted.state === "answer" && (isSure || context.about !== "")) return together;
      if (isSure || alone.sureness > together.sureness) return alone;
      return { ...together, extracted: hedge(together.extracted) };
    }),
  );
}

/** The same, with the place's own address, number or hours, or the fee for an age, where those are asked for. */
async function readValues(
  ctx: AnsweringCtx,
  bot: AnsweringBot,
  { before, notes }: Pick<Asked, "question" | "before" | "notes">,
  part: Part,
  context: QueryContext | null,
): Promise<Part> {
  const look = (question: string, limit: number) =>
    search(ctx, bot, { question, before, notes }, { limit, context: null });
  const { answer } = thresholdsOf(bot);
  return withFee(await withValues(part, context, look, answer), before, look, answer);
}

/** Whether what a question is answered with beside others fits it nearly as well alone. */
function isAmong({ search, extracted }: Part, alone: BotSearch): boolean {
  const best = search.passages[extracted.quotes[0]?.passage ?? 0];
  const least = alone.confidence * nearlyAsWell;
  return alone.passages.some(
    ({ versionId, ordinal, confidence }) =>
      versionId === best?.versionId && ordinal === best.ordinal && confidence >= least,
  );
}

const nearlyAsWell = 0.8;
/** Of the weight of a question's words, what those before it in the message have beside it. */
const firstShare = 0.4;
const joiner = /^(?:另外|還有|还有|然後|然后|順便|顺便|以及|還想問|also|and)[,，\s]*/iu;

async function search(
  ctx: AnsweringCtx,
  bot: AnsweringBot,
  { question, before, notes }: Pick<Asked, "question" | "before" | "notes">,
  options: SearchBotOptions,
): Promise<BotSearch> {
  const since = notes && performance.now();
  const found = await searchFor(ctx, bot, question, { ...options, before });
  if (notes && since !== undefined) notes.searchMs += performance.now() - since;
  return found;
}

/**
 * What names nothing but what to do (「怎麼買」), with the section on it; hedged where no section is. Null for other
 * questions.
 */
async function readDoing(
  ctx: AnsweringCtx,
  bot: AnsweringBot,
  { question, before, notes }: Pick<Asked, "question" | "before" | "notes">,
  context: QueryContext | null,
): Promise<Part | null> {
  const intent = readIntent(question);
  if (!intent) return null;
  const found = await findSection(ctx, bot, intent);
  if (found) {
    const sureness = Math.max(surenessOf(found.search), thresholdsOf(bot).answer);
    const telling = { absent: [], isApart: false, isOther: false, isComplete: true };
    return { question, ...found, telling, sureness };
  }
  // Of a thing that was named before only what has to do with it tells.
  const asked = { question: context ? intent.words : question, before, notes };
  const part = {
    ...readPart(bot, asked.question, await search(ctx, bot, asked, { limit: 3, context }), context),
    question,
  };
  const isFit = toSources(part.search, part.extracted.quotes).some(({ quote }) => isOn(intent, quote));
  return isFit ? part : { ...part, extracted: hedge(part.extracted) };
}

function modelPart(question: string, search: BotSearch, quotes: Quote[]): NotedPart {
  const state = quotes.length > 0 ? "answer" : "unknown";
  return { question, search, telling: null, sureness: surenessOf(search), extracted: { state, quotes } };
}
