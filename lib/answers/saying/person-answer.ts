import type { AnswerWords } from "@/lib/i18n/words/answer-words";
import type { Answer, AnsweringBot, Question } from "../answer";

/**
 * That staff were told and when somebody replies; where the bot offers nobody to talk to, how to reach the people
 * behind it.
 */
export function personAnswer(
  bot: AnsweringBot,
  words: AnswerWords,
  { contact, wait }: Pick<Question, "contact" | "wait">,
): Answer {
  const told = contact ? words.contactKept : wait?.isTold === false ? words.personNoted : words.personTold;
  const here = `${told}${wait?.text ?? ""}`;
  const said = [bot.offersPerson ? here : words.person, bot.contact].filter(Boolean).join("\n");
  return { bubbles: [said], sources: [], answered: null, confidence: null, answeredBy: "person" };
}
