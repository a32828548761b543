import { AppError } from "@/lib/errors";
import type { ActorCtx } from "@/lib/identity/actor";
import type { DocumentIdInput } from "./document-input";
import { type DocumentDetail, getDocument } from "./get-document";

/** Throws AppError `not_found` where `getDocument` returns null. */
export async function requireDocument(ctx: ActorCtx, input: DocumentIdInput): Promise<DocumentDetail> {
  const document = await getDocument(ctx, input);
  if (!document) throw new AppError("not_found", "no such document in the actor's team");
  return document;
}
