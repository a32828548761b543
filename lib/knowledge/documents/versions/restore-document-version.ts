import type { z } from "zod";
import { requireRow } from "@/lib/db/require-row";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { documentIdInput, versionNumberInput } from "../document-input";
import { requireDocument } from "../require-document";
import { updateDocument } from "../update-document";

export const restoreDocumentVersionInput = documentIdInput.extend({
  /** The version whose text comes back. */
  number: versionNumberInput,
  /** The version that answers now. */
  baseVersion: versionNumberInput,
});
export type RestoreDocumentVersionInput = z.output<typeof restoreDocumentVersionInput>;

/** Publishes an old version's text as a new version. Throws as `updateDocument` does. */
export async function restoreDocumentVersion(
  ctx: ActorCtx,
  { botId, documentId, number, baseVersion }: RestoreDocumentVersionInput,
): Promise<{ documentId: string; number: number }> {
  requirePermission(ctx.actor, "knowledge.write");
  await requireDocument(ctx, { botId, documentId });
  const old = await ctx.db.documentVersion.findFirst({
    where: { teamId: ctx.actor.teamId, documentId, number },
    select: { title: true, content: true },
  });
  const texts = requireRow(old, "no such version of the document");
  return updateDocument(ctx, { botId, documentId, ...texts, baseVersion });
}
