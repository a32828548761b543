import { z } from "zod";
import { requireBot } from "@/lib/bots/require-bot";
import { changeBot } from "@/lib/bots/settings/change-bot";
import type { Bot } from "@/lib/db/generated/client";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { forgetBotToken } from "./get-bot-by-token";
import { newWidgetToken } from "./widget-token";

export const rotateWidgetTokenInput = z.strictObject({ botId: z.string("required") });
export type RotateWidgetTokenInput = z.output<typeof rotateWidgetTokenInput>;

/** Gives the bot a new token; pages with the old one get 404 from now on. */
export async function rotateWidgetToken(ctx: ActorCtx, { botId }: RotateWidgetTokenInput): Promise<Bot> {
  requirePermission(ctx.actor, "bot.rotate_token");
  const { widgetToken: oldToken } = await requireBot(ctx, botId);
  const bot = await changeBot(ctx, botId, () => ({
    data: { widgetToken: newWidgetToken() },
    audit: { action: "bot.rotate_token" },
  }));
  forgetBotToken(oldToken);
  return bot;
}
