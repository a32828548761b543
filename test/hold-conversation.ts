import type { Answer, AnsweringBot } from "@/lib/answers/answer";
import { answerQuestion } from "@/lib/answers/answer-question";
import { spokenLanguage } from "@/lib/answers/message/spoken-language";
import { readWish } from "@/lib/answers/small-talk/read-wish";
import type { Ctx } from "@/lib/context";

/**
 * Says one thing after the other to a bot, with what was said before as the widget sends it. Returns the last answer.
 */
export async function holdConversation(
  ctx: Ctx,
  bot: AnsweringBot,
  says: readonly string[],
): Promise<Answer & { said: string }> {
  const history: { role: "user" | "assistant"; content: string }[] = [];
  let last: Answer | undefined;
  for (const question of says) {
    const asked = history.flatMap(({ role, content }) => (role === "user" ? [content] : []));
    last = await answerQuestion(ctx, bot, {
      question,
      language: spokenLanguage([question, ...asked.reverse()], []),
      ...readWish(bot, question),
      history: history.slice(-10),
    });
    history.push(
      { role: "user", content: question },
      { role: "assistant", content: last.bubbles.join("\n\n") },
    );
  }
  if (!last) throw new Error("nothing was said");
  return { ...last, said: last.bubbles.join("\n") };
}
