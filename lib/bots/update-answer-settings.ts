import { z } from "zod";
import type { ActorCtx } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/permissions";
import type { Bot } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { answerModels } from "@/lib/model/answer-models";
import { cleanText, countCodePoints, dropDirections } from "@/lib/text/clean-text";
import { answerSureness } from "./answer-sureness";
import { changeBot } from "./change-bot";
import { requireBot } from "./require-bot";

/** Longest values in Unicode code points. */
const limits = { fallbackText: 300, contact: 200, instructions: 500, answerModel: 100 };

/** Any text, the empty one too, which means "as by default". Fault: `too_long`. */
const optionalText = (max: number) =>
  z
    .string("required")
    .max(2 * max + 1_000, "too_long")
    .transform((text) => cleanText(dropDirections(text)).replace(/\r\n?/g, "\n"))
    .refine((text) => countCodePoints(text) <= max, "too_long");

export const updateAnswerSettingsInput = z.strictObject({
  botId: z.string("required"),
  fallbackText: optionalText(limits.fallbackText),
  contact: optionalText(limits.contact),
  instructions: optionalText(limits.instructions),
  answerModel: optionalText(limits.answerModel),
  unsupportedRule: z.enum(["drop", "mark"], "invalid"),
  offersPerson: z.boolean("invalid"),
  sureness: z.enum(["careful", "usual", "generous"], "invalid"),
});
export type UpdateAnswerSettingsInput = z.output<typeof updateAnswerSettingsInput>;

/**
 * When the bot answers and what it says when it has no answer, and how a model words those it has. Visitors see it with their
 * next request. Throws AppError `invalid_input` (`answerModel: "invalid_choice"`) for a model that the operator doesn't allow.
 */
export async function updateAnswerSettings(
  ctx: ActorCtx,
  { botId, sureness, ...texts }: UpdateAnswerSettingsInput,
): Promise<Bot> {
  requirePermission(ctx.actor, "bot.update");
  const { answerModel } = await requireBot(ctx, botId);
  // What is stored may stay: it counts again when the operator allows it again.
  if (![answerModel, "", ...answerModels()].includes(texts.answerModel))
    throw new AppError("invalid_input", "no model of the operator's list", {
      fields: { answerModel: "invalid_choice" },
    });
  const fields = { ...texts, ...answerSureness[sureness] };
  // The next question tells whether the model answers as it is set now.
  return changeBot(ctx, botId, { ...fields, modelFault: null }, { action: "bot.update", detail: fields });
}
