import type { Bot } from "@/lib/db/generated/client";
import { type AnswerSureness, toAnswerSureness } from "./answer-sureness";

/** What an owner sets of when and how a bot answers, as the form shows it. */
export type AnswerSettings = Pick<
  Bot,
  | "fallbackText"
  | "contact"
  | "wordings"
  | "instructions"
  | "answerModel"
  | "unsupportedRule"
  | "offersPerson"
  | "masksPersonal"
> & { sureness: AnswerSureness };

export function toAnswerSettings(bot: Bot): AnswerSettings {
  const { fallbackText, contact, wordings, instructions, answerModel, unsupportedRule } = bot;
  const { offersPerson, masksPersonal } = bot;
  return {
    ...{ fallbackText, contact, wordings, instructions, answerModel, unsupportedRule },
    ...{ offersPerson, masksPersonal, sureness: toAnswerSureness(bot.answerThreshold) },
  };
}
