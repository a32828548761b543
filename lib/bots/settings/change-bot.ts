import { forgetBotToken } from "@/lib/bots/token/get-bot-by-token";
import type { Bot, Prisma } from "@/lib/db/generated/client";
import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
import type { ActorCtx, Asker } from "@/lib/identity/actor";
import { type AuditRecord, writeAudit } from "@/lib/identity/write-audit";

/** What is written into a bot, and what is noted of it; `data: {}` is nothing to do. */
export type BotChange = {
  data: Prisma.BotUpdateManyMutationInput;
  audit: Omit<AuditRecord, "targetId">;
};

/**
 * Writes a bot of the actor's team with its audit entry, and lets the widget's path see it at once. `decide` is given
 * the bot as it is, which nobody else changes meanwhile. The caller has checked the permission. Throws AppError
 * `not_found`, and what `decide` throws.
 */
export async function changeBot(
  ctx: ActorCtx<Asker>,
  botId: string,
  decide: (before: Bot) => BotChange,
): Promise<Bot> {
  const bot = await ctx.db.$transaction(async (tx) => {
    const where = { id: botId, teamId: ctx.actor.teamId, deletedAt: null };
    if (isId(botId)) await tx.$queryRaw`SELECT 1 FROM bots WHERE id = ${botId}::uuid FOR NO KEY UPDATE`;
    const stored = isId(botId) ? await tx.bot.findFirst({ where }) : null;
    const before = requireRow(stored, "no such bot in the actor's team");
    const { data, audit } = decide(before);
    if (Object.keys(data).length === 0) return before;
    const after = await tx.bot.update({ where: { id: botId, teamId: ctx.actor.teamId }, data });
    await writeAudit(tx, ctx.actor, { ...audit, ...changedFields(data, before, after), targetId: botId });
    return after;
  });
  forgetBotToken(bot.widgetToken);
  return bot;
}

/** A secret, and what the model's endpoint says, which has entries of its own. */
const unaudited = new Set(["widgetToken", "modelFault"]);

/** The fields that were written, as they were and as they are now. */
function changedFields(
  data: BotChange["data"],
  before: Bot,
  after: Bot,
): Pick<AuditRecord, "before" | "after"> {
  const names = new Set(Object.keys(data).filter((name) => !unaudited.has(name)));
  const pick = (bot: Bot) =>
    Object.fromEntries(
      Object.entries(bot).flatMap(([name, value]) =>
        names.has(name) ? [[name, isTime(value) ? value.toISOString() : value]] : [],
      ),
    );
  return names.size > 0 ? { before: pick(before), after: pick(after) } : {};
}

function isTime(value: Bot[keyof Bot]): value is Date {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
