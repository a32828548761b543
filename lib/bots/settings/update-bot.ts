import { z } from "zod";
import type { Bot } from "@/lib/db/generated/client";
import { baseInput, pickChanges } from "@/lib/forms/pick-changes";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { toBotLook } from "./bot-config";
import { botNameInput, lookInputs } from "./bot-input";
import { changeBot } from "./change-bot";

export const updateBotInput = z
  .strictObject({ name: botNameInput, ...lookInputs })
  .partial()
  .extend({ botId: z.string("required"), base: baseInput });
export type UpdateBotInput = z.output<typeof updateBotInput>;

/**
 * Changes the fields that are given and leaves the others. Visitors see it with their next request. Throws AppError
 * `conflict` as `pickChanges` does.
 */
export async function updateBot(ctx: ActorCtx, { botId, base, ...fields }: UpdateBotInput): Promise<Bot> {
  requirePermission(ctx.actor, "bot.update");
  return changeBot(ctx, botId, (before) => {
    const data = pickLookChanges(before, fields, base);
    return { data, audit: { action: "bot.update", detail: data } };
  });
}

type LookChanges = Omit<UpdateBotInput, "botId" | "base">;

/** What of a bot's name and looks isn't so already. */
export function pickLookChanges(before: Bot, fields: LookChanges, base?: UpdateBotInput["base"]) {
  return pickChanges({ name: before.name, ...toBotLook(before) }, fields, base);
}
