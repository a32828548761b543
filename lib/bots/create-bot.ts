import { z } from "zod";
import type { ActorCtx } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/permissions";
import type { Bot } from "@/lib/db/generated/client";
import { uuidv7 } from "@/lib/db/uuidv7";
import { AppError } from "@/lib/errors";
import { writeAudit } from "@/lib/teams/write-audit";
import { botLimits, botNameInput } from "./bot-input";
import { newWidgetToken } from "./widget-token";

export const createBotInput = z.strictObject({ name: botNameInput });
export type CreateBotInput = z.output<typeof createBotInput>;

/** A new bot with the default looks, switched on. Throws AppError `conflict` (`too_many_bots`) at the team's limit. */
export async function createBot(ctx: ActorCtx, { name }: CreateBotInput): Promise<Bot> {
  requirePermission(ctx.actor, "bot.create");
  const { teamId } = ctx.actor;
  return ctx.db.$transaction(async (tx) => {
    // Two at once wait for each other here, so that both can't take the last place.
    await tx.$executeRaw`SELECT 1 FROM teams WHERE id = ${teamId}::uuid FOR UPDATE`;
    if ((await tx.bot.count({ where: { teamId, deletedAt: null } })) >= botLimits.botsInTeam) {
      throw new AppError("conflict", "the team has as many bots as it may", { reason: "too_many_bots" });
    }
    const bot = await tx.bot.create({
      data: { id: uuidv7(), teamId, name, widgetToken: newWidgetToken() },
    });
    await writeAudit(tx, ctx.actor, { action: "bot.create", targetId: bot.id, detail: { name } });
    return bot;
  });
}
