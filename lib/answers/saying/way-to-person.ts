import type { AnswerWords } from "@/lib/i18n/words/answer-words";
import type { AnsweringBot } from "../answer";

/** How a visitor reaches the people behind a bot, a line each; none where the bot offers no way. */
export function wayToPerson(
  { offersPerson, contact }: Pick<AnsweringBot, "offersPerson" | "contact">,
  words: AnswerWords,
): string[] {
  return [offersPerson ? words.askPerson : "", contact].filter(Boolean);
}
