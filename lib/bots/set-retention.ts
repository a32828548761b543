import { z } from "zod";
import type { ActorCtx } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/permissions";
import type { Bot } from "@/lib/db/generated/client";
import { changeBot } from "./change-bot";

/** Days that conversations may be kept without activity. */
export const retentionChoices = [30, 90, 180, 365] as const;

export const setRetentionInput = z.strictObject({
  botId: z.string("required"),
  /** Null keeps them. */
  retentionDays: z.literal([...retentionChoices, null], "invalid_choice"),
});
export type SetRetentionInput = z.output<typeof setRetentionInput>;

/** How long a bot's conversations are kept; what is past it is deleted within the hour, for good. */
export async function setRetention(ctx: ActorCtx, { botId, retentionDays }: SetRetentionInput): Promise<Bot> {
  requirePermission(ctx.actor, "bot.set_retention");
  return changeBot(ctx, botId, { retentionDays }, { action: "bot.update", detail: { retentionDays } });
}
