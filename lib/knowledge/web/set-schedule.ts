import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { nextDue } from "./schedule";
import type { SetScheduleInput } from "./web-input";

/** Says how often what is fetched is looked at by itself. Throws AppError `not_found`. */
export async function setSchedule(
  ctx: ActorCtx,
  { botId, sourceId, schedule }: SetScheduleInput,
): Promise<void> {
  const { db, actor } = ctx;
  requirePermission(actor, "knowledge.write");
  await db.$transaction(async (tx) => {
    const about = { teamId: actor.teamId, botId, bot: { deletedAt: null }, origin: { not: "file" as const } };
    const data = { schedule, dueAt: nextDue(schedule, ctx.now()) };
    const { count } =
      isId(sourceId) && isId(botId)
        ? await tx.source.updateMany({ where: { id: sourceId, ...about }, data })
        : { count: 0 };
    requireRow(count, "no such address of the bot");
    const detail = { botId, schedule };
    await writeAudit(tx, actor, { action: "source.schedule", targetId: sourceId, detail });
  });
}
