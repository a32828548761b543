import { z } from "zod";
import { configFields } from "@/lib/contract/config-fields";
import type { Bot } from "@/lib/db/generated/client";
import { baseInput, pickChanges } from "@/lib/forms/pick-changes";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { limitsOf } from "@/lib/plans/limits-of";
import { requirePlanRetention } from "@/lib/plans/require-plan-room";
import { changeBot } from "./change-bot";

/** Days that conversations may be kept without activity. */
export const retentionChoices = configFields.retentionDays.choices;

export const setRetentionInput = z.strictObject({
  botId: z.string("required"),
  /** Null keeps them. */
  retentionDays: z.literal([...retentionChoices, null], "invalid_choice").optional(),
  base: baseInput,
});
export type SetRetentionInput = z.output<typeof setRetentionInput>;

/**
 * How long a bot's conversations are kept; what is past it is deleted within the hour, for good. Throws AppError
 * `conflict` as `pickChanges` does, `limit_exceeded` (`plan_retention`).
 */
export async function setRetention(
  ctx: ActorCtx,
  { botId, base, ...fields }: SetRetentionInput,
): Promise<Bot> {
  requirePermission(ctx.actor, "bot.set_retention");
  const plan = await limitsOf(ctx.db, ctx.actor.teamId);
  return changeBot(ctx, botId, ({ retentionDays }) => {
    const data = pickChanges({ retentionDays }, fields, base);
    if (data.retentionDays !== undefined) requirePlanRetention(plan, data.retentionDays);
    return { data, audit: { action: "bot.update", detail: data } };
  });
}
