import { setImmediate } from "node:timers/promises";
import type { Question } from "@/lib/answers/answer";
import { answerQuestion } from "@/lib/answers/answer-question";
import type { WidgetBot } from "@/lib/bots/get-bot-by-token";
import type { Ctx } from "@/lib/context";
import { logError } from "@/lib/log";
import { failVisitorTurn } from "./fail-visitor-turn";
import type { MessageInput } from "./message-input";
import { publishTurn } from "./publish-turn";
import { recordBotTurn } from "./record-bot-turn";
import { recordVisitorTurn } from "./record-visitor-turn";
import type { Turn, TurnSource } from "./turn";

export type ReceivedAnswer = { chatId: string; bubbles: string[]; sources: TurnSource[]; answered: boolean };

/**
 * A visitor's message, from the checked input to the recorded answer. The visitor's turn is in the archive and on staff
 * screens before the answer is looked for; the answer is recorded before it is returned. When no answer comes about,
 * the turn ends as failed, or as aborted when the visitor left, and the error is thrown on.
 */
export async function receiveMessage(
  ctx: Ctx,
  bot: WidgetBot,
  input: MessageInput & { domain: string | null },
  { onDelta, signal }: Pick<Question, "onDelta" | "signal"> = {},
): Promise<ReceivedAnswer> {
  const { teamId, botName } = bot;
  const { message, history, chatId, pageUrl, locale, domain } = input;
  const asked = await recordVisitorTurn(ctx, { bot, chatId, text: message, domain, pageUrl, locale });
  const { conversation } = asked;
  const publish = (turn: Turn, isFirst = false) => {
    const { id, startedAt, domain, visitorTurns } = conversation;
    return publishTurn(ctx, {
      teamId,
      summary: { id, botId: bot.id, chatId, domain, startedAt, visitorTurns },
      turn,
      isNew: isFirst && conversation.isNew,
      isFollowing: !isFirst,
    });
  };
  await publish(asked.turn, true);
  // Screens first: in one process the search, and the embedded database, would keep the event loop from telling them.
  await setImmediate();

  try {
    const answer = await answerQuestion(ctx, bot, { question: message, history, onDelta, signal });
    await publish(await recordBotTurn(ctx, { teamId, botName, replyTo: asked.turn, ...answer }));
    return { chatId, bubbles: answer.bubbles, sources: answer.sources, answered: answer.answered };
  } catch (error) {
    await failVisitorTurn(ctx, teamId, asked.turn, signal?.aborted ? "aborted" : "failed")
      .then((ended) => ended && publish(ended))
      .catch((failure) => logError("a turn could not be ended", failure));
    throw error;
  }
}
