import { z } from "zod";
import { getWait } from "@/lib/bots/hours/get-wait";
import { requireBot } from "@/lib/bots/require-bot";
import { type AnswerSureness, answerSureness } from "@/lib/bots/settings/answer-sureness";
import { getBotByToken } from "@/lib/bots/token/get-bot-by-token";
import { AppError } from "@/lib/errors";
import type { ActorCtx, Asker } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { maskPersonal } from "@/lib/language/mask-personal";
import { lineInput } from "@/lib/language/text-input";
import type { Answer } from "./answer";
import { DEFAULT_THRESHOLDS } from "./extract/extract-answer";
import { spokenLanguage } from "./message/spoken-language";
import { readWish } from "./small-talk/read-wish";
import type { AnswerTrace } from "./trace/answer-trace";
import { explainAnswer } from "./trace/explain-answer";

const keptSureness = "as_set";

export const tryQuestionInput = z.strictObject({
  botId: z.string("required"),
  question: lineInput(300),
  /** How sure the bot must be; as its owner set it unless said. */
  sureness: z.enum([keptSureness, "careful", "usual", "generous"], "invalid").default(keptSureness),
  /** Answers in the documents' own words, also where a model is configured. */
  withoutModel: z.literal("on", "invalid").optional(),
});
export type TryQuestionInput = z.output<typeof tryQuestionInput>;

/**
 * What a visitor who asked this first in a chat would get, with why, for staff who try a bot out. Nothing of it is
 * recorded. `acceptLanguage`: of the browser. Throws AppError `forbidden` without `answer.check`, `not_found` for a
 * bot that the team doesn't have, and as answerQuestion does.
 */
export async function tryQuestion(
  ctx: ActorCtx<Asker>,
  { botId, question, sureness, withoutModel }: TryQuestionInput,
  acceptLanguage: string | null = null,
): Promise<{ answer: Answer; trace: AnswerTrace }> {
  requirePermission(ctx.actor, "answer.check");
  const { widgetToken } = await requireBot(ctx, botId);
  const bot = await getBotByToken(ctx, widgetToken);
  if (!bot) throw new AppError("not_found", "the bot is gone");
  const language = spokenLanguage([question], [bot.locale, acceptLanguage]);
  const wish = readWish(bot, question);
  const wait = wish.wantsPerson && bot.offersPerson ? await getWait(ctx, bot, language) : undefined;
  const text = bot.masksPersonal ? maskPersonal(question) : question;
  const asked = { question: text, language, ...wish, wait, history: [] };
  return explainAnswer(ctx, bot, asked, {
    thresholds: sureness === keptSureness ? undefined : thresholdsOf(sureness),
    usesModel: withoutModel === undefined,
  });
}

function thresholdsOf(sureness: AnswerSureness) {
  const { answerThreshold, maybeThreshold } = answerSureness[sureness];
  return {
    answer: answerThreshold ?? DEFAULT_THRESHOLDS.answer,
    maybe: maybeThreshold ?? DEFAULT_THRESHOLDS.maybe,
  };
}
