import { binStart, purgeTime } from "@/lib/bin/bin-days";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";

export type DeletedBot = {
  id: string;
  name: string;
  primaryColor: string;
  avatarUrl: string;
  deletedAt: Date;
  /** When it goes for good. */
  purgeAt: Date;
};

/** The team's bots in the bin, last deleted first. Throws AppError `forbidden`. */
export async function listDeletedBots({ db, actor }: ActorCtx): Promise<DeletedBot[]> {
  requirePermission(actor, "bot.delete");
  const bots = await db.bot.findMany({
    where: { teamId: actor.teamId, deletedAt: { gt: binStart() } },
    select: { id: true, name: true, primaryColor: true, avatarUrl: true, deletedAt: true },
    orderBy: [{ deletedAt: "desc" }, { id: "desc" }],
    take: 200,
  });
  return bots.flatMap(({ deletedAt, ...bot }) =>
    deletedAt ? [{ ...bot, deletedAt, purgeAt: purgeTime(deletedAt) }] : [],
  );
}
