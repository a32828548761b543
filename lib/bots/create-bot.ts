import { z } from "zod";
import type { Bot } from "@/lib/db/generated/client";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { limitsOf } from "@/lib/plans/limits-of";
import { requireRoomForBot } from "./require-room-for-bot";
import { botNameInput } from "./settings/bot-input";
import { newWidgetToken } from "./token/widget-token";

export const createBotInput = z.strictObject({ name: botNameInput });
export type CreateBotInput = z.output<typeof createBotInput>;

/**
 * A new bot with the default looks, switched on. Throws AppError `limit_exceeded` (`too_many_bots`) at the team's
 * limit, or as `requirePlanRoom` does. Its conversations are kept as long as the plan allows.
 */
export async function createBot(ctx: ActorCtx, { name }: CreateBotInput): Promise<Bot> {
  requirePermission(ctx.actor, "bot.create");
  const { teamId } = ctx.actor;
  return ctx.db.$transaction(async (tx) => {
    await requireRoomForBot(tx, teamId);
    const { retentionDays } = (await limitsOf(tx, teamId)).limits;
    const bot = await tx.bot.create({
      data: { id: uuidv7(), teamId, name, retentionDays, widgetToken: newWidgetToken() },
    });
    await writeAudit(tx, ctx.actor, { action: "bot.create", targetId: bot.id, detail: { name } });
    return bot;
  });
}
