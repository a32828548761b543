"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { deleteBot, deleteBotInput } from "@/lib/bots/delete-bot";
import { updateHours, updateHoursInput } from "@/lib/bots/hours/update-hours";
import { lookFormInputs } from "@/lib/bots/settings/bot-input";
import { setBotEnabled, setBotEnabledInput } from "@/lib/bots/settings/set-bot-enabled";
import { setRetention, setRetentionInput } from "@/lib/bots/settings/set-retention";
import { updateAnswerSettings, updateAnswerSettingsInput } from "@/lib/bots/settings/update-answer-settings";
import { updateBot, updateBotInput } from "@/lib/bots/settings/update-bot";
import { rotateWidgetToken, rotateWidgetTokenInput } from "@/lib/bots/token/rotate-widget-token";
import { defineAction } from "@/lib/http/define-action";
import { paths } from "@/lib/paths";

/** A switch, where it was changed. */
const switched = z.stringbool("invalid").optional();

export const saveAppearanceAction = defineAction(
  z
    .strictObject(lookFormInputs)
    .partial()
    .extend(updateBotInput.pick({ botId: true, base: true }).shape),
  async (ctx, input) => {
    await updateBot(ctx, input);
    refresh();
  },
);

export const renameBotAction = defineAction(
  updateBotInput.pick({ botId: true, name: true, base: true }),
  async (ctx, input) => {
    const { name } = await updateBot(ctx, input);
    refresh();
    return { name };
  },
);

export const saveAnswerSettingsAction = defineAction(
  updateAnswerSettingsInput.extend({ offersPerson: switched, masksPersonal: switched }),
  async (ctx, input) => {
    await updateAnswerSettings(ctx, input);
    refresh();
  },
);

export const saveHoursAction = defineAction(
  updateHoursInput.extend({ hasHours: switched }),
  async (ctx, input) => {
    await updateHours(ctx, input);
    refresh();
  },
);

export const setRetentionAction = defineAction(
  setRetentionInput.extend({
    retentionDays: z
      .string("required")
      .transform((text) => (text === "" ? null : Number(text)))
      .pipe(setRetentionInput.shape.retentionDays.unwrap())
      .optional(),
  }),
  async (ctx, input) => {
    await setRetention(ctx, input);
    refresh();
  },
);

export const setBotEnabledAction = defineAction(
  setBotEnabledInput.extend({ enabled: z.stringbool("invalid") }),
  async (ctx, input) => {
    const { enabled } = await setBotEnabled(ctx, input);
    refresh();
    return { enabled };
  },
);

export const rotateWidgetTokenAction = defineAction(rotateWidgetTokenInput, async (ctx, input) => {
  await rotateWidgetToken(ctx, input);
  refresh();
});

export const deleteBotAction = defineAction(deleteBotInput, async (ctx, input) => {
  await deleteBot(ctx, input);
  // Back must not show its pages out of the browser's memory.
  refresh();
  redirect(paths.bots);
});
