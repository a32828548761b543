import type { AnsweringBot, Question } from "@/lib/answers/answer";
import type { Quote } from "@/lib/answers/extract/extract-answer";
import type { NotedModel } from "@/lib/answers/trace/answer-notes";
import { answerWords } from "@/lib/i18n/answer-words";
import type { BotPassage } from "@/lib/knowledge/search/load-passages";
import { log } from "@/lib/log";
import type { ModelCall, ModelClient } from "@/lib/model/client";
import { buildPrompt } from "./build-prompt";
import { writeReply } from "./write-reply";

type ModelAnswerOptions = Pick<ModelCall, "timeoutMs" | "onUsage">;

/** More than these say nothing new. */
const maxQuotes = 4;

/**
 * What a model makes of the passages, and where each sentence of it stands; no quotes when the passages don't answer.
 * Throws ModelError when the model fails, and the signal's reason when the visitor left.
 */
export async function modelAnswer(
  model: ModelClient,
  bot: AnsweringBot,
  { question, language, history, onDelta, signal, notes, timeoutMs, onUsage }: Question & ModelAnswerOptions,
  found: readonly BotPassage[],
): Promise<{ text: string; quotes: Quote[] }> {
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
    onDelta,
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
  let isCut = false;
  const onCut = () => {
    isCut = true;
  };
  const asked = { instructions, messages, model: bot.answerModel };
  const call = { ...asked, signal, timeoutMs, onUsage, onCut, onRestart };
  // A reply that nobody watches being written costs less in one piece.
  if (onDelta) for await (const piece of model.stream(call)) take(piece);
  else take(await model.generate(call));
  const { text, quotes, unsupported, converted } = writer.end(isCut);
  if (notes) notes.modelMs += performance.now() - since;
  if (unsupported + converted > 0)
    log("info", "a model's reply was corrected", { botId: bot.id, unsupported, converted });
  return { text, quotes: distinct(quotes).slice(0, maxQuotes) };
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
