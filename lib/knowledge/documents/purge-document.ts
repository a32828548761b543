import { requireBot } from "@/lib/bots/require-bot";
import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
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
    const found = isId(documentId) ? await tx.document.findFirst({ where, select: { name: true } }) : null;
    const { name: title } = requireRow(found, "no such document in the bot's bin");
    requireRow((await tx.document.deleteMany({ where })).count, "no such document in the bot's bin");
    const detail = { botId, title };
    await writeAudit(tx, ctx.actor, { action: "document.purge", targetId: documentId, detail });
  });
}
