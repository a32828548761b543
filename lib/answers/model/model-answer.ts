import type { AnsweringBot, Question } from "@/lib/answers/answer";
import type { Quote } from "@/lib/answers/extract/quote/quote";
import type { NotedModel } from "@/lib/answers/trace/answer-notes";
import { answerWords } from "@/lib/i18n/words/answer-words";
import type { BotPassage } from "@/lib/knowledge/search/load-passages";
import { log } from "@/lib/log";
import type { ModelCall, ModelClient } from "@/lib/model/client";
import { isModelError, ModelError } from "@/lib/model/model-error";
import { buildPrompt } from "./build-prompt";
import { type WrittenReply, writeReply } from "./write-reply";

type ModelAnswerOptions = Pick<ModelCall, "timeoutMs" | "onUsage"> & {
  /** The longest until the first words, which are all of them for who doesn't listen to `onDelta`. */
  firstWordsMs?: number;
};

export type ModelAnswer = Pick<WrittenReply, "text" | "quotes" | "kept" | "saysNoAnswer" | "isOther"> & {
  /** What failed after the text was shown. */
  failure: ModelError | null;
};

/** More than these say nothing new. */
const maxQuotes = 4;

/**
 * What a model makes of the passages, and where each sentence of it stands; no quotes when nothing of it does. What was
 * shown before the model failed stays the answer. Throws ModelError when it fails before that, and the signal's reason
 * when the visitor left.
 */
export async function modelAnswer(
  model: ModelClient,
  bot: AnsweringBot,
  asked: Question & ModelAnswerOptions,
  found: readonly BotPassage[],
): Promise<ModelAnswer> {
  const { question, language, history, onDelta, notes, timeoutMs, firstWordsMs = 20_000, onUsage } = asked;
  const prompt = buildPrompt({ question, history, passages: found, wishes: bot.instructions });
  const passages = found.slice(0, prompt.passageCount);
  const noted: NotedModel | undefined = notes && { reply: "", sentences: [], fault: null };
  if (notes && noted) notes.model = noted;
  const since = performance.now();
  const writer = writeReply({
    question,
    prompt,
    passages,
    ownerTexts: [bot.contact, bot.fallbackText, bot.instructions],
    unsupportedMark: bot.unsupportedRule === "mark" ? answerWords[language].unsupported : null,
    onDelta:
      onDelta &&
      ((text) => {
        clearTimeout(waiting);
        onDelta(text);
      }),
    onSentence: noted && ((sentence) => noted.sentences.push(sentence)),
  });
  const take = (piece: string) => {
    if (noted) noted.reply += piece;
    writer.push(piece);
  };
  const onRestart = () => {
    if (noted) Object.assign(noted, { reply: "", sentences: [] });
    writer.restart();
  };
  const { instructions, messages } = prompt;
  const late = new AbortController();
  const waiting = setTimeout(() => late.abort(new ModelError("timed_out")), Math.max(0, firstWordsMs));
  const signal = asked.signal ? AbortSignal.any([asked.signal, late.signal]) : late.signal;
  let isCut = false;
  const onCut = () => {
    isCut = true;
  };
  const call = { instructions, messages, model: bot.answerModel, timeoutMs, onUsage, signal, onCut };
  let failure: ModelError | null = null;
  try {
    // A reply that nobody watches being written costs less in one piece.
    if (onDelta) for await (const piece of model.stream({ ...call, onRestart })) take(piece);
    else take(await model.generate(call));
  } catch (error) {
    if (!isModelError(error) || !writer.hasShown()) throw error;
    failure = error;
  } finally {
    clearTimeout(waiting);
  }
  const { unsupported, converted, quotes, ...reply } = writer.end(isCut || failure !== null);
  if (notes) notes.modelMs += performance.now() - since;
  if (unsupported + converted > 0)
    log("info", "a model's reply was corrected", { botId: bot.id, unsupported, converted });
  return { ...reply, quotes: distinct(quotes).slice(0, maxQuotes), failure };
}

/** Without what another quote holds already. */
function distinct(quotes: readonly Quote[]): Quote[] {
  const holds = (outer: Quote, inner: Quote) =>
    outer.passage === inner.passage && outer.start <= inner.start && inner.end <= outer.end;
  return quotes.filter(
    (quote, at) =>
      !quotes.some(
        (other, otherAt) => otherAt !== at && holds(other, quote) && !(holds(quote, other) && at < otherAt),
      ),
  );
}
