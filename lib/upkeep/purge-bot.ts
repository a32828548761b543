import type { BotIdInput } from "@/lib/bots/bot-id-input";
import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { eraseBot } from "./erase-bot";

/** Deletes a bot that is in the bin for good, with all that belongs to it. Throws AppError `not_found`. */
export async function purgeBot(ctx: ActorCtx, { botId }: BotIdInput): Promise<void> {
  requirePermission(ctx.actor, "bin.purge");
  const { teamId } = ctx.actor;
  await ctx.db.$transaction(async (tx) => {
    const where = { id: botId, teamId, deletedAt: { not: null } };
    // Out of the bin at once: nobody can bring back half of it, and upkeep ends what breaks off here.
    const data = { deletedAt: new Date(0) };
    const [binned] = isId(botId) ? await tx.bot.updateManyAndReturn({ where, data }) : [];
    const bot = requireRow(binned, "no such bot in the team's bin");
    await writeAudit(tx, ctx.actor, { action: "bot.purge", targetId: botId, detail: { name: bot.name } });
  });
  while ((await eraseBot(ctx, { id: botId, teamId }, rowsAtOnce)) > 0);
}

const rowsAtOnce = 500;
