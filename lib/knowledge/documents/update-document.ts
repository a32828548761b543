import type { z } from "zod";
import { AppError } from "@/lib/errors";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { changeKnowledge } from "./change-knowledge";
import { documentFields, documentIdInput, versionNumberInput } from "./document-input";
import { requireDocument } from "./require-document";
import { prepareVersion } from "./versions/prepare-version";
import { publishVersion } from "./versions/publish-version";

export const updateDocumentInput = documentIdInput.extend({
  ...documentFields,
  /** The number of the version that was edited. */
  baseVersion: versionNumberInput,
});
export type UpdateDocumentInput = z.output<typeof updateDocumentInput>;

/**
 * Publishes an edit as a new version; the old one answers until then and is kept. The same text again makes no version,
 * also where an answer was lost and the edit is sent once more. Throws AppError `conflict` (`edited_elsewhere`) when
 * `baseVersion` is no longer the one that answers.
 */
export async function updateDocument(
  ctx: ActorCtx,
  { botId, documentId, title, content, baseVersion }: UpdateDocumentInput,
): Promise<{ documentId: string; number: number }> {
  requirePermission(ctx.actor, "knowledge.write");
  const before = await requireDocument(ctx, { botId, documentId });
  if (before.title === title && before.content === content) return { documentId, number: before.number };
  if (before.number !== baseVersion) throw editedElsewhere();

  const prepared = await prepareVersion(title, content);
  const number = baseVersion + 1;
  return changeKnowledge(ctx, botId, async (tx) => {
    const isUnchanged = await tx.document.count({
      where: {
        id: documentId,
        teamId: ctx.actor.teamId,
        botId,
        deletedAt: null,
        publishedVersion: { number: baseVersion },
      },
    });
    if (!isUnchanged) throw editedElsewhere();
    await publishVersion(tx, ctx.actor, documentId, number, prepared);
    await writeAudit(tx, ctx.actor, {
      action: "document.update",
      targetId: documentId,
      detail: { botId, title, number },
      ...{ before: { title: before.title, number: baseVersion }, after: { title, number } },
    });
    return { documentId, number };
  });
}

function editedElsewhere(): AppError {
  return new AppError("conflict", "the document changed since it was opened", { reason: "edited_elsewhere" });
}
