import type { Readable } from "node:stream";
import type { Ctx } from "@/lib/context";
import { isId } from "@/lib/id-input";
import type { BlobStore } from "./blob-store";
import type { StoredFile } from "./put-file";

export type OpenFile = StoredFile & {
  body: Readable;
  /** Whether it is a picture that was sent in a chat. */
  isOfChat: boolean;
};

/**
 * A file and its bytes; null when there is none of that id, when its time is over, or when the store has lost it. Who
 * may have it is the caller's matter. Throws AppError `unavailable` (reasons `storage_…`).
 */
export async function openFile(
  { db }: Pick<Ctx, "db">,
  store: BlobStore,
  id: string,
): Promise<OpenFile | null> {
  if (!isId(id)) return null;
  const row = await db.storedFile.findFirst({
    where: { id, storedAt: { not: null }, OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] },
    select: {
      id: true,
      name: true,
      type: true,
      bytes: true,
      sha256: true,
      storageKey: true,
      conversationId: true,
    },
  });
  if (!row) return null;
  const { storageKey, conversationId, ...file } = row;
  const found = await store.get(storageKey, row.bytes);
  return found && { ...file, bytes: found.bytes, body: found.body, isOfChat: conversationId !== null };
}
