import type { Ctx } from "@/lib/context";
import { answerWords } from "@/lib/i18n/answer-words";
import type { BotPassage } from "@/lib/knowledge/load-passages";
import { type SearchableBot, searchBot } from "@/lib/knowledge/search-bot";
import { extractAnswer, type Quote } from "./extract-answer";

export type Answer = {
  /** What the bot says, a bubble each; at least one. */
  bubbles: string[];
  /** Each quote stands literally in the stored text of its document. */
  sources: { title: string; quote: string; documentId: string }[];
  /** False when the knowledge does not cover the question. */
  answered: boolean;
  /** Retrieval confidence, 0 to 1. */
  confidence: number;
};

const passagesRead = 3;

/** Answers a question from a bot's documents, in their own words, or says that they don't have the answer. */
export async function answerQuestion(
  ctx: Pick<Ctx, "db">,
  bot: SearchableBot,
  question: string,
): Promise<Answer> {
  const { passages, terms, confidence } = await searchBot(ctx, bot, question, { limit: passagesRead });
  const { state, quotes, more } = extractAnswer({ question, terms, confidence, passages });
  const words = answerWords(question);
  const known = Math.min(1, Math.max(0, confidence));
  if (state === "unknown")
    return { bubbles: [words.unknown], sources: [], answered: false, confidence: known };

  const sources = quotes.flatMap((quote) => toSource(passages, quote));
  const said = sources.map(({ quote }) => speakable(quote));
  const rest = more ? toSource(passages, more).map(({ quote }) => speakable(quote)) : [];
  return state === "answer"
    ? { bubbles: [said.join("\n\n"), ...rest], sources, answered: true, confidence: known }
    : { bubbles: [words.maybe, ...said], sources, answered: false, confidence: known };
}

function toSource(passages: readonly BotPassage[], { passage, start, end }: Quote): Answer["sources"] {
  const found = passages[passage];
  if (!found) return [];
  return [{ title: found.title, quote: found.text.slice(start, end), documentId: found.documentId }];
}

/** A quote as a chat says it: without the marks of a heading, which the bubble would show. */
function speakable(quote: string): string {
  return quote.replaceAll(/^#{1,6}\s+/gm, "");
}
