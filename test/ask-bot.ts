import type { Answer, AnsweringBot, Question } from "@/lib/answers/answer";
import { answerQuestion } from "@/lib/answers/answer-question";
import { spokenLanguage } from "@/lib/answers/message/spoken-language";
import { asksForPerson } from "@/lib/answers/small-talk/asks-for-person";
import type { Ctx } from "@/lib/context";

/** A question as the first of a chat, read as the widget's endpoint reads it. */
export function askBot(
  ctx: Ctx,
  bot: AnsweringBot,
  question: string,
  more: Partial<Question> = {},
): Promise<Answer> {
  return answerQuestion(ctx, bot, {
    question,
    language: spokenLanguage([question], []),
    wantsPerson: asksForPerson(question),
    history: [],
    ...more,
  });
}
