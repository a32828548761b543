import { z } from "zod";
import type { Bot } from "@/lib/db/generated/client";
import type { ActorCtx, Asker } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { changeBot } from "./change-bot";
import { pickAnswerChanges, updateAnswerSettingsInput } from "./update-answer-settings";
import { pickLookChanges, updateBotInput } from "./update-bot";

const looks = updateBotInput.omit({ base: true, botId: true });
const answers = updateAnswerSettingsInput.omit({ base: true, botId: true });

export const patchBotInput = z.strictObject({
  botId: z.string("required"),
  ...looks.shape,
  ...answers.shape,
});
type PatchBotInput = z.output<typeof patchBotInput>;

/**
 * Changes what the forms of a bot's looks and answers change, all of it or nothing; fields that aren't given stay.
 * Throws as `updateBot` and `updateAnswerSettings` do.
 */
export async function patchBot(
  ctx: ActorCtx<Asker>,
  { botId, name, ...fields }: PatchBotInput,
): Promise<Bot> {
  requirePermission(ctx.actor, "bot.update");
  const { fallbackText, contact, wordings, instructions, answerModel, ...others } = fields;
  const { unsupportedRule, offersPerson, masksPersonal, sureness, ...look } = others;
  const texts = { fallbackText, contact, wordings, instructions, answerModel };
  return changeBot(ctx, botId, (before) => {
    const ofAnswers = pickAnswerChanges(before, {
      ...{ ...texts, unsupportedRule, offersPerson, masksPersonal, sureness },
    });
    const detail = { ...pickLookChanges(before, { name, ...look }), ...ofAnswers };
    // The next question tells whether the model answers as it is set now.
    const data = Object.keys(ofAnswers).length > 0 ? { ...detail, modelFault: null } : detail;
    return { data, audit: { action: "bot.update", detail } };
  });
}
