import type { z } from "zod";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { documentIdInput, versionNumberInput } from "../document-input";
import { getDocument } from "../get-document";

export const getDocumentVersionInput = documentIdInput.extend({ number: versionNumberInput });

export type DocumentVersionDetail = {
  number: number;
  title: string;
  content: string;
  authorName: string;
  createdAt: Date;
};

/** One version of a document as it was written; null when the document or the version is none of the actor's team. */
export async function getDocumentVersion(
  ctx: ActorCtx,
  { number, ...document }: z.output<typeof getDocumentVersionInput>,
): Promise<DocumentVersionDetail | null> {
  requirePermission(ctx.actor, "knowledge.read");
  if (!(await getDocument(ctx, document))) return null;
  return ctx.db.documentVersion.findFirst({
    where: { teamId: ctx.actor.teamId, documentId: document.documentId, number },
    select: { number: true, title: true, content: true, authorName: true, createdAt: true },
  });
}
