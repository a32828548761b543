import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import type { DocumentIdInput } from "../document-input";
import { requireDocument } from "../require-document";

export type DocumentVersionItem = { number: number; title: string; authorName: string; createdAt: Date };

/** The last 50 versions of a document, newest first. */
export async function listDocumentVersions(
  ctx: ActorCtx,
  input: DocumentIdInput,
): Promise<DocumentVersionItem[]> {
  requirePermission(ctx.actor, "knowledge.read");
  const { id: documentId } = await requireDocument(ctx, input);
  return ctx.db.documentVersion.findMany({
    where: { teamId: ctx.actor.teamId, documentId },
    select: { number: true, title: true, authorName: true, createdAt: true },
    orderBy: { number: "desc" },
    take: 50,
  });
}
