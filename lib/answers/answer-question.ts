import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { type AnswerWords, answerWords } from "@/lib/i18n/answer-words";
import { findContext } from "@/lib/knowledge/query/find-context";
import type { QueryContext } from "@/lib/knowledge/query/query-context";
import { type BotSearch, type SearchBotOptions, searchBot } from "@/lib/knowledge/search/search-bot";
import { log } from "@/lib/log";
import type { ModelUsage } from "@/lib/model/client";
import { isModelError, type ModelError } from "@/lib/model/model-error";
import type { Answer, AnsweringBot, Question } from "./answer";
import { DEFAULT_THRESHOLDS, type ExtractedAnswer, extractAnswer } from "./extract/extract-answer";
import { itemsLeft } from "./extract/layout/items-left";
import type { Quote } from "./extract/quote";
import { toSources } from "./extract/to-sources";
import { findSection } from "./intents/find-section";
import { isOn, readIntent } from "./intents/read-intent";
import { modelAnswer } from "./model/model-answer";
import { noteModelFault } from "./model/note-model-fault";
import { rewriteQuestion } from "./model/rewrite-question";
import { readComparison } from "./read-comparison";
import {
  complaintWords,
  handlesComplaint,
  orderWords,
  readTrouble,
  type Trouble,
  tracksOrder,
} from "./read-trouble";
import { listsRead, sayComparison } from "./say-comparison";
import { smallTalkAnswer } from "./small-talk/small-talk-answer";
import { speak } from "./speak";
import { splitQuestion } from "./split-question";
import { surenessOf } from "./sureness";
import { readTelling, type Telling } from "./telling/read-telling";
import type { AnswerNotes, NotedPart } from "./trace/answer-notes";
import { wayToPerson } from "./way-to-person";

type AnsweringCtx = Pick<Ctx, "db" | "model" | "embedder">;

/**
 * Answers a question from a bot's documents, or says that they don't have the answer: in a model's words where one is
 * configured, each sentence checked against the documents, else in the documents' own. When the model fails, the
 * documents' own words answer if they can. Throws AppError `unavailable` when they can't, and the signal's reason when the
 * visitor left. What asks nothing (「謝謝」) or asks for a person is answered without either.
 */
export async function answerQuestion(ctx: AnsweringCtx, bot: AnsweringBot, asked: Question): Promise<Answer> {
  const since = performance.now();
  const { question, language } = asked;
  const input = { ...asked, history: withoutQuestion(asked) };
  const words = answerWords[language];
  if (asked.wantsPerson) return personAnswer(bot, words, asked);
  const smallTalk = await smallTalkAnswer(ctx, bot, question, language);
  if (smallTalk) return smallTalk;
  const trouble = readTrouble(question);
  const answer = await answerFromKnowledge(ctx, bot, input, { words, trouble, since });
  return trouble ? withPerson(answer, trouble, bot, words) : answer;
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
  const asked = { question: query, context, words, notes };
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

/** The widget may list the question itself as the last thing said. */
function withoutQuestion({ question, history }: Question): Question["history"] {
  const last = history.at(-1);
  return last?.role === "user" && last.content === question ? history.slice(0, -1) : history;
}

type Asked = {
  question: string;
  context: QueryContext | null;
  words: AnswerWords;
  notes: AnswerNotes | undefined;
};

/** What is looked for: for who waits for an order the section on that, whatever words they waited in. */
function readAsked({ question, history }: Question, trouble: Trouble | null) {
  if (trouble === "order") return { query: orderWords, context: { about: "", share: 1, aside: question } };
  if (trouble) return { query: question, context: { about: "", share: 1, aside: complaintWords } };
  return { query: question, context: findContext(question, history) };
}

/** What the documents say to somebody in trouble, where they say what happens then, with the way to those who can look into it. */
function withPerson(answer: Answer, trouble: Trouble, bot: AnsweringBot, words: AnswerWords): Answer {
  const said = [words.sorry, ...wayToPerson(bot, words)].join("\n");
  const isFit =
    trouble === "order" ||
    answer.answeredBy !== "documents" ||
    answer.sources.some(({ quote }) => handlesComplaint(quote));
  if (answer.sources.length === 0 || !isFit)
    return { ...answer, bubbles: [said], sources: [], answered: false };
  // No doubt stands before just what was asked for.
  const isFound = trouble === "order" && answer.sources.some(({ quote }) => tracksOrder(quote));
  const bubbles = isFound ? answer.bubbles.filter((bubble) => bubble !== words.maybe) : answer.bubbles;
  return { ...answer, bubbles: [...bubbles, said], answered: answer.answered || isFound };
}

/** One question of a message with what the documents say to it. */
type Part = {
  question: string;
  search: BotSearch;
  telling: Telling;
  sureness: number;
  extracted: ExtractedAnswer;
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
  const { question, context, words, notes } = asked;
  const compared = readComparison(question);
  if (compared !== null) {
    const part = readPart(bot, question, await searchWhole(listsRead), context);
    notes?.parts.push(part);
    return sayComparison(bot, words, compared, part) ?? sayPart(bot, words, part);
  }
  const doing = context?.about ? null : await readDoing(ctx, bot, asked);
  if (doing) {
    notes?.parts.push(doing);
    return sayPart(bot, words, doing);
  }
  const sayAsOne = async () => {
    const part = readPart(bot, question, await searchWhole(), context);
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
    confidence: Math.min(...parts.map(({ sureness }) => sureness)),
    answeredBy: "documents",
  };
}

/** A later question that says little by itself is read with the first one: 「運費多少？幾天會到？」. */
async function readParts(
  ctx: AnsweringCtx,
  bot: AnsweringBot,
  { notes }: Asked,
  questions: readonly string[],
): Promise<Part[]> {
  const [first = ""] = questions;
  return Promise.all(
    questions.map(async (question) => {
      const doing = await readDoing(ctx, bot, { question, notes });
      if (doing) return doing;
      const alone = readPart(bot, question, await search(ctx, bot, { question, notes }, { limit: 3 }));
      if (question === first || alone.extracted.state === "answer") return alone;
      const context = { about: first, share: firstShare, aside: "" };
      const found = await search(ctx, bot, { question, notes }, { limit: 3, context });
      const together = readPart(bot, question, found, context);
      return together.sureness > alone.sureness ? together : alone;
    }),
  );
}

async function search(
  ctx: AnsweringCtx,
  bot: AnsweringBot,
  { question, notes }: Pick<Asked, "question" | "notes">,
  options: SearchBotOptions,
): Promise<BotSearch> {
  if (!notes) return searchBot(ctx, bot, question, options);
  const since = performance.now();
  const found = await searchBot(ctx, bot, question, options);
  notes.searchMs += performance.now() - since;
  return found;
}

/**
 * What names nothing but what to do (「怎麼買」), with the section on it; hedged where no section is. Null for other
 * questions.
 */
async function readDoing(
  ctx: AnsweringCtx,
  bot: AnsweringBot,
  { question, notes }: Pick<Asked, "question" | "notes">,
): Promise<Part | null> {
  const intent = readIntent(question);
  if (!intent) return null;
  const found = await findSection(ctx, bot, intent);
  if (found) {
    const sureness = Math.max(surenessOf(found.search), thresholdsOf(bot).answer);
    return { question, ...found, telling: { absent: [], isOther: false, isComplete: true }, sureness };
  }
  const part = readPart(bot, question, await search(ctx, bot, { question, notes }, { limit: 3 }));
  const isFit = toSources(part.search, part.extracted.quotes).some(({ quote }) => isOn(intent, quote));
  return isFit ? part : { ...part, extracted: hedge(part.extracted) };
}

/** Of the weight of a later question's words, what the first one's have beside it. */
const firstShare = 0.4;

function readPart(
  bot: AnsweringBot,
  question: string,
  search: BotSearch,
  context: QueryContext | null = null,
): Part {
  const { terms, passages } = search;
  const telling = readTelling(question, search);
  const sureness = surenessOf(search, telling);
  const extracted = extractAnswer({
    question: context?.about ? `${context.about} ${question}` : question,
    terms,
    confidence: sureness,
    passages,
    thresholds: thresholdsOf(bot),
  });
  return { question, search, telling, sureness, extracted: telling.isOther ? hedge(extracted) : extracted };
}

function hedge(extracted: ExtractedAnswer): ExtractedAnswer {
  return extracted.state === "answer" ? { ...extracted, state: "maybe" } : extracted;
}

function thresholdsOf({ answerThreshold, maybeThreshold }: AnsweringBot) {
  return {
    answer: answerThreshold ?? DEFAULT_THRESHOLDS.answer,
    maybe: maybeThreshold ?? DEFAULT_THRESHOLDS.maybe,
  };
}

function modelPart(question: string, search: BotSearch, quotes: Quote[]): NotedPart {
  const state = quotes.length > 0 ? "answer" : "unknown";
  return { question, search, telling: null, sureness: surenessOf(search), extracted: { state, quotes } };
}

function sayPart(
  bot: AnsweringBot,
  words: AnswerWords,
  { search, telling, sureness, extracted }: Part,
): Answer {
  const { state, quotes, more } = extracted;
  if (state === "unknown") return unknownAnswer(bot, words, sureness);
  const sources = toSources(search, quotes);
  if (sources.length === 0) return unknownAnswer(bot, words, sureness);
  const said = quotes.flatMap((quote) => speak(search, quote));
  const found = { sources, confidence: sureness, answeredBy: "documents" as const };
  const { absent } = telling;
  const hedge = absent.length > 0 ? words.nearest(absent) : words.maybe;
  if (state === "maybe") return { bubbles: [hedge, ...said], answered: false, ...found };
  const rest = more ? speak(search, more) : [];
  const left = [more ?? quotes.at(-1)].flatMap((last) => {
    const count = last ? itemsLeft(search.passages[last.passage]?.text ?? "", last) : 0;
    return count > 0 ? [words.left(count)] : [];
  });
  return { bubbles: [said.join("\n\n"), ...rest, ...left], answered: true, ...found };
}

function unknownAnswer(bot: AnsweringBot, words: AnswerWords, sureness: number): Answer {
  const said = bot.fallbackText || words.unknown;
  return {
    bubbles: [[said, bot.contact].filter(Boolean).join("\n")],
    sources: [],
    answered: false,
    confidence: sureness,
    answeredBy: "documents",
  };
}

/** That staff were told and when somebody replies, or where the bot offers nobody to talk to how to reach the people behind it. */
function personAnswer(
  bot: AnsweringBot,
  words: AnswerWords,
  { contact, wait }: Pick<Question, "contact" | "wait">,
): Answer {
  const told = contact ? words.contactKept : wait?.isTold === false ? words.personNoted : words.personTold;
  const here = `${told}${wait?.text ?? ""}`;
  const said = [bot.offersPerson ? here : words.person, bot.contact].filter(Boolean).join("\n");
  return { bubbles: [said], sources: [], answered: null, confidence: null, answeredBy: "person" };
}
