import { uuidv7 } from "@/lib/db/uuidv7";
import type { Locale } from "@/lib/i18n/locale";
import { defaultReplies } from "@/lib/i18n/words/default-replies";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import type { CannedReply } from "./canned-reply";

/**
 * The replies that the team keeps ready, by their set and then as they were made. A team that never had any gets the
 * first ones in the language of who looks first. Throws AppError `forbidden` without `chat.read`.
 */
export async function listCannedReplies(ctx: ActorCtx, locale: Locale): Promise<CannedReply[]> {
  requirePermission(ctx.actor, "chat.read");
  const { db, actor } = ctx;
  const { teamId } = actor;
  const now = new Date(ctx.now());
  const team = await db.team.findUnique({ where: { id: teamId }, select: { hasReplies: true } });
  if (team?.hasReplies === false)
    await db.$transaction(async (tx) => {
      const isFirst = await tx.team.updateMany({
        where: { id: teamId, hasReplies: false },
        data: { hasReplies: true },
      });
      if (isFirst.count === 0) return;
      await tx.cannedReply.createMany({
        data: defaultReplies[locale].map((reply, index) => ({
          ...{ id: uuidv7(ctx.now() + index), teamId, ...reply, updatedAt: now },
        })),
      });
    });
  return db.cannedReply.findMany({
    where: { teamId },
    orderBy: [{ stage: "asc" }, { id: "asc" }],
    select: { id: true, stage: true, name: true, text: true },
  });
}
