import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { cleanLine } from "@/lib/language/clean-text";
import { requireBot } from "./require-bot";
import { changeBot } from "./settings/change-bot";

export const deleteBotInput = z.strictObject({
  botId: z.string("required"),
  confirmName: z.string("required").transform(cleanLine),
});
export type DeleteBotInput = z.output<typeof deleteBotInput>;

/**
 * Moves a bot to the bin and stops its token; `restoreBot` brings it back. Throws AppError `invalid_input` with
 * `confirmName: "mismatch"` unless the bot's exact name is given.
 */
export async function deleteBot(ctx: ActorCtx, { botId, confirmName }: DeleteBotInput): Promise<void> {
  requirePermission(ctx.actor, "bot.delete");
  const { name } = await requireBot(ctx, botId);
  if (confirmName !== cleanLine(name)) {
    throw new AppError("invalid_input", "the name typed is not the bot's", {
      fields: { confirmName: { fault: "mismatch" } },
    });
  }
  await changeBot(ctx, botId, () => ({
    data: { deletedAt: new Date() },
    audit: { action: "bot.delete", detail: { name } },
  }));
}
