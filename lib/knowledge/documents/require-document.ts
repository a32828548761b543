import { requireRow } from "@/lib/db/require-row";
import type { ActorCtx } from "@/lib/identity/actor";
import type { DocumentIdInput } from "./document-input";
import { type DocumentDetail, getDocument } from "./get-document";

/** Throws AppError `not_found` where `getDocument` returns null. */
export async function requireDocument(ctx: ActorCtx, input: DocumentIdInput): Promise<DocumentDetail> {
  return requireRow(await getDocument(ctx, input), "no such document in the actor's team");
}
