import type { AnswerWords } from "@/lib/i18n/words/answer-words";
import type { Answer, AnsweringBot } from "../answer";

/** That the documents don't have it, and how to reach the people behind the bot. */
export function unknownAnswer(bot: AnsweringBot, words: AnswerWords, sureness: number): Answer {
  const said = bot.fallbackText || words.unknown;
  return {
    bubbles: [[said, bot.contact].filter(Boolean).join("\n")],
    sources: [],
    answered: false,
    confidence: sureness,
    answeredBy: "documents",
  };
}
