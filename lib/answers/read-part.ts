import type { QueryContext } from "@/lib/knowledge/query/query-context";
import type { BotSearch } from "@/lib/knowledge/search/search-bot";
import type { AnsweringBot } from "./answer";
import { DEFAULT_THRESHOLDS, type ExtractedAnswer, extractAnswer } from "./extract/extract-answer";
import type { Part } from "./part";
import { surenessOf } from "./sureness";
import { readTelling } from "./telling/read-telling";

/** What the passages found for a question say to it, and how sure that is. `context` as it was searched with. */
export function readPart(
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
  const part = { question, search, telling, sureness };
  if (telling.isApart) return { ...part, extracted: { state: "unknown", quotes: [], more: null } };
  const isDoubted = telling.isOther || context?.isOfAbsent;
  return { ...part, extracted: isDoubted ? hedge(extracted) : extracted };
}

/** The same, as what may be meant. */
export function hedge(extracted: ExtractedAnswer): ExtractedAnswer {
  return extracted.state === "answer" ? { ...extracted, state: "maybe" } : extracted;
}

/** From which sureness the bot answers, and from which it says what may help. */
export function thresholdsOf({ answerThreshold, maybeThreshold }: AnsweringBot) {
  return {
    answer: answerThreshold ?? DEFAULT_THRESHOLDS.answer,
    maybe: maybeThreshold ?? DEFAULT_THRESHOLDS.maybe,
  };
}
