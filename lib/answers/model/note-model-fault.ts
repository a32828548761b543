import type { WidgetBot } from "@/lib/bots/token/get-bot-by-token";
import { forgetBotToken } from "@/lib/bots/token/get-bot-by-token";
import type { Ctx } from "@/lib/context";
import { systemOf } from "@/lib/identity/actor";
import { writeAudit } from "@/lib/identity/write-audit";
import { logError } from "@/lib/log";
import { isStandingFault, type ModelFault } from "@/lib/model/model-error";

/**
 * Keeps on the bot what its model's endpoint refuses, for its owner to see, until a call succeeds; null for such a
 * call. Passing faults change nothing. Each change is noted in the team's audit log.
 */
export async function noteModelFault(
  { db }: Pick<Ctx, "db">,
  { id, teamId, modelFault: known }: Pick<WidgetBot, "id" | "teamId" | "modelFault">,
  fault: ModelFault | null,
): Promise<void> {
  if (fault === known || (fault !== null && !isStandingFault(fault))) return;
  try {
    const isOther = fault === null ? { modelFault: { not: null } } : unlike(fault);
    const [changed] = await db.bot.updateManyAndReturn({
      where: { id, teamId, ...isOther },
      data: { modelFault: fault },
      select: { widgetToken: true },
    });
    if (!changed) return;
    forgetBotToken(changed.widgetToken);
    const action = fault === null ? "model.accepted" : `model.${fault}`;
    await writeAudit(db, systemOf(teamId), { action, targetId: id });
  } catch (error) {
    logError("a model's fault could not be noted", error, { botId: id });
  }
}

function unlike(fault: ModelFault) {
  return { OR: [{ modelFault: null }, { modelFault: { not: fault } }] };
}
