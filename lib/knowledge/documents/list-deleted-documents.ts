import { binStart, purgeTime } from "@/lib/bin/bin-days";
import { requireBot } from "@/lib/bots/require-bot";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";

export type DeletedDocument = {
  id: string;
  title: string;
  deletedAt: Date;
  /** When it goes for good. */
  purgeAt: Date;
};

/** A bot's documents in the bin, last deleted first, at most 500. Throws AppError `forbidden`, `not_found`. */
export async function listDeletedDocuments(
  ctx: ActorCtx,
  { botId }: { botId: string },
): Promise<DeletedDocument[]> {
  requirePermission(ctx.actor, "knowledge.write");
  await requireBot(ctx, botId);
  const documents = await ctx.db.document.findMany({
    where: { teamId: ctx.actor.teamId, botId, deletedAt: { gt: binStart() } },
    select: { id: true, name: true, deletedAt: true },
    orderBy: [{ deletedAt: "desc" }, { id: "desc" }],
    take: 500,
  });
  return documents.flatMap(({ id, name, deletedAt }) =>
    deletedAt ? [{ id, title: name, deletedAt, purgeAt: purgeTime(deletedAt) }] : [],
  );
}
