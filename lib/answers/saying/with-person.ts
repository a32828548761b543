import type { AnswerWords } from "@/lib/i18n/words/answer-words";
import type { Answer, AnsweringBot } from "../answer";
import { fitsComplaint, type Trouble, tracksOrder, wantsRefund } from "../message/read-trouble";
import { wayToPerson } from "./way-to-person";

/** What the documents say to somebody in trouble, where they have it, with the way to those who can look into it. */
export function withPerson(
  answer: Answer,
  trouble: Trouble,
  bot: AnsweringBot,
  { question, words }: { question: string; words: AnswerWords },
): Answer {
  const said = [words.sorry, ...wayToPerson(bot, words)].join("\n");
  const isFit =
    trouble === "order" ||
    answer.answeredBy !== "documents" ||
    wantsRefund(question) ||
    answer.sources.some(({ quote }) => fitsComplaint(question, quote));
  if (answer.sources.length === 0 || !isFit)
    return { ...answer, bubbles: [said], sources: [], answered: false };
  // No doubt stands before just what was asked for.
  const isFound = trouble === "order" && answer.sources.some(({ quote }) => tracksOrder(quote));
  const bubbles = isFound ? answer.bubbles.filter((bubble) => bubble !== words.maybe) : answer.bubbles;
  return { ...answer, bubbles: [...bubbles, said], answered: answer.answered || isFound };
}
