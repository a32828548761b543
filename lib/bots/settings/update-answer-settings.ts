import { z } from "zod";
import type { Bot } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { baseInput, pickChanges } from "@/lib/forms/pick-changes";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { cleanText, countCodePoints, dropDirections } from "@/lib/language/clean-text";
import { lengthFault } from "@/lib/language/length-fault";
import { answerModels } from "@/lib/model/answer-models";
import { toAnswerSettings } from "./answer-settings";
import { answerSureness } from "./answer-sureness";
import { changeBot } from "./change-bot";
import { wordingsInput } from "./wordings-input";

/** Longest values in Unicode code points. */
const limits = { fallbackText: 300, contact: 200, instructions: 500, answerModel: 100 };

/** Any text, the empty one too, which means "as by default". Fault: `too_long`. */
const optionalText = (max: number) =>
  z
    .string("required")
    .max(2 * max + 1_000, { error: ({ input }) => lengthFault("too_long", max, input) })
    .transform((text) => cleanText(dropDirections(text)).replace(/\r\n?/g, "\n"))
    .refine((text) => countCodePoints(text) <= max, {
      error: ({ input }) => lengthFault("too_long", max, input),
    });

export const updateAnswerSettingsInput = z
  .strictObject({
    fallbackText: optionalText(limits.fallbackText),
    contact: optionalText(limits.contact),
    wordings: wordingsInput,
    instructions: optionalText(limits.instructions),
    answerModel: optionalText(limits.answerModel),
    unsupportedRule: z.enum(["drop", "mark"], "invalid"),
    offersPerson: z.boolean("invalid"),
    masksPersonal: z.boolean("invalid"),
    sureness: z.enum(["careful", "usual", "generous"], "invalid"),
  })
  .partial()
  .extend({ botId: z.string("required"), base: baseInput });
export type UpdateAnswerSettingsInput = z.output<typeof updateAnswerSettingsInput>;

/**
 * When the bot answers and what it says when it has no answer, and how a model words those it has; fields that aren't
 * given stay. Visitors see it with their next request. Throws AppError `conflict` as `pickChanges` does, and
 * `invalid_input` (`answerModel: "invalid_choice"`) for a model that the operator doesn't allow.
 */
export async function updateAnswerSettings(
  ctx: ActorCtx,
  { botId, base, ...fields }: UpdateAnswerSettingsInput,
): Promise<Bot> {
  requirePermission(ctx.actor, "bot.update");
  return changeBot(ctx, botId, (before) => {
    const detail = pickAnswerChanges(before, fields, base);
    // The next question tells whether the model answers as it is set now.
    return { data: { ...detail, modelFault: null }, audit: { action: "bot.update", detail } };
  });
}

type AnswerChanges = Omit<UpdateAnswerSettingsInput, "botId" | "base">;

/** What of a bot's answer settings isn't so already, as columns. Throws as `updateAnswerSettings` does. */
export function pickAnswerChanges(
  before: Bot,
  fields: AnswerChanges,
  base?: UpdateAnswerSettingsInput["base"],
) {
  const { sureness, ...changes } = pickChanges(toAnswerSettings(before), fields, base);
  // What is stored may stay: it counts again when the operator allows it again.
  if (changes.answerModel !== undefined && !["", ...answerModels()].includes(changes.answerModel))
    throw new AppError("invalid_input", "no model of the operator's list", {
      fields: { answerModel: { fault: "invalid_choice" } },
    });
  return { ...changes, ...(sureness && answerSureness[sureness]) };
}
