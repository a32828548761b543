import { requireBot } from "@/lib/bots/require-bot";
import { isUuid } from "@/lib/db/is-uuid";
import { AppError } from "@/lib/errors";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import type { DocumentIdInput } from "./document-input";

/** Deletes a document that is in the bin for good, with its versions. Throws AppError `not_found`. */
export async function purgeDocument(ctx: ActorCtx, { botId, documentId }: DocumentIdInput): Promise<void> {
  requirePermission(ctx.actor, "bin.purge");
  await requireBot(ctx, botId);
  const { teamId } = ctx.actor;
  await ctx.db.$transaction(async (tx) => {
    const where = { id: documentId, teamId, botId, deletedAt: { not: null } };
    const found = isUuid(documentId)
      ? await tx.document.findFirst({ where, select: { publishedVersion: { select: { title: true } } } })
      : null;
    const { count } = found ? await tx.document.deleteMany({ where }) : { count: 0 };
    if (count === 0) throw new AppError("not_found", "no such document in the bot's bin");
    const detail = { botId, title: found?.publishedVersion?.title ?? "" };
    await writeAudit(tx, ctx.actor, { action: "document.purge", targetId: documentId, detail });
  });
}
