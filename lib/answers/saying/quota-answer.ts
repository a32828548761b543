import { type AnswerLanguage, answerWords } from "@/lib/i18n/words/answer-words";
import type { Answer, AnsweringBot } from "../answer";

/** That the bot answers no more for now, and how to get a person: the plan has no messages left this month. */
export function quotaAnswer(
  { offersPerson, contact }: Pick<AnsweringBot, "offersPerson" | "contact">,
  language: AnswerLanguage,
): Answer {
  const words = answerWords[language];
  const said = [words.resting, offersPerson ? words.askPerson : contact].filter(Boolean).join("\n");
  return { bubbles: [said], sources: [], answered: null, confidence: null, answeredBy: "quota" };
}
