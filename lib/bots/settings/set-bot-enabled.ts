import { z } from "zod";
import type { Bot } from "@/lib/db/generated/client";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { changeBot } from "./change-bot";

export const setBotEnabledInput = z.strictObject({
  botId: z.string("required"),
  enabled: z.boolean("invalid"),
});
export type SetBotEnabledInput = z.output<typeof setBotEnabledInput>;

/** Switches a bot on or off; visitors of a bot that is off read 「客服暫停服務中」. */
export async function setBotEnabled(ctx: ActorCtx, { botId, enabled }: SetBotEnabledInput): Promise<Bot> {
  requirePermission(ctx.actor, "bot.update");
  return changeBot(ctx, botId, () => ({
    data: { enabled },
    audit: { action: enabled ? "bot.enable" : "bot.disable" },
  }));
}
