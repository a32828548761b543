import { z } from "zod";
import type { ActorCtx } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/permissions";
import type { Bot } from "@/lib/db/generated/client";
import { botConfigFields, botNameInput } from "./bot-input";
import { changeBot } from "./change-bot";

export const updateBotInput = z
  .strictObject({ name: botNameInput, ...botConfigFields, enabled: z.boolean("invalid") })
  .partial()
  .extend({ botId: z.string("required") });
export type UpdateBotInput = z.output<typeof updateBotInput>;

/** Changes the fields that are given and leaves the others. Visitors see it with their next request. */
export async function updateBot(ctx: ActorCtx, { botId, ...fields }: UpdateBotInput): Promise<Bot> {
  requirePermission(ctx.actor, "bot.update");
  return changeBot(ctx, botId, fields, { action: "bot.update", detail: fields });
}
