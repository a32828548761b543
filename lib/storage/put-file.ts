import { randomBytes } from "node:crypto";
import type { Ctx } from "@/lib/context";
import { uuidv7 } from "@/lib/db/uuidv7";
import { AppError } from "@/lib/errors";
import { cleanLine } from "@/lib/language/clean-text";
import type { BlobStore } from "./blob-store";
import { findFileType } from "./find-file-type";
import { spoolFile } from "./spool-file";

export type FilePlace = {
  store: BlobStore;
  /** On this machine, for what isn't whole yet. */
  spool: string;
};

export type NewFile = {
  teamId: string;
  botId?: string;
  /** The chat that it is of, with which it ends. */
  conversationId?: string;
  /** What people call it. */
  name: string;
  source: AsyncIterable<Uint8Array>;
  /** More is refused while it comes. */
  maxBytes: number;
  /** After which it is gone; it stays without. */
  expiresAt?: Date;
};

export type StoredFile = { id: string; name: string; type: string; bytes: number; sha256: Uint8Array };

/**
 * Keeps a team's file. Its row stands before its bytes do, so that a process that is killed leaves nothing behind for
 * good.
 * Throws AppError `invalid_input` (reason `file_too_large`) or `unavailable` (reasons `storage_…`).
 */
export function putFile(
  { db }: Pick<Ctx, "db">,
  { store, spool }: FilePlace,
  { teamId, botId, conversationId, name, source, maxBytes, expiresAt }: NewFile,
): Promise<StoredFile> {
  return spoolFile(spool, source, maxBytes, async (file) => {
    const id = uuidv7();
    const storageKey = `${teamId}/${randomBytes(16).toString("hex")}`;
    const about = { name: cleanLine(name.slice(0, 1_000)).slice(0, 200), type: findFileType(file.head) };
    const stored = { id, ...about, bytes: file.bytes, sha256: new Uint8Array(file.sha256) };
    await db.storedFile.create({ data: { ...stored, teamId, botId, conversationId, storageKey, expiresAt } });
    try {
      await store.put(storageKey, file);
    } catch (error) {
      await db.storedFile.delete({ where: { id } });
      throw error;
    }
    const { count } = await db.storedFile.updateMany({ where: { id }, data: { storedAt: new Date() } });
    if (count === 0) {
      // Its team or its bot went meanwhile, and perhaps what was noted of it.
      await store.delete(storageKey);
      throw new AppError("not_found", "the file's team is gone");
    }
    return stored;
  });
}
