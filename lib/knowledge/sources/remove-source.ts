import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { logError } from "@/lib/log";
import type { BlobStore } from "@/lib/storage/blob-store";
import type { SourceIdInput } from "./source-input";

/**
 * Takes a file away that isn't published, whatever is under way with it, what was read of it, and its bytes: at once,
 * or with the next upkeep where the store is away. Throws AppError `not_found`.
 */
export async function removeSource(
  ctx: ActorCtx,
  store: BlobStore,
  { botId, sourceId }: SourceIdInput,
): Promise<void> {
  const { db, actor } = ctx;
  const { teamId } = actor;
  requirePermission(actor, "knowledge.write");
  const storageKey = await db.$transaction(async (tx) => {
    const where = {
      id: sourceId,
      teamId,
      botId,
      bot: { deletedAt: null },
      publishedAt: null,
      fileId: { not: null },
    };
    const found =
      isId(sourceId) && isId(botId)
        ? await tx.source.findFirst({ where, select: { name: true, file: true } })
        : null;
    const { name, file } = requireRow(found, "no such unpublished file of the bot");
    if (!file) throw new Error("a source of a file without its file");
    await tx.storedFile.deleteMany({ where: { id: file.id, teamId } });
    await writeAudit(tx, actor, { action: "source.remove", targetId: sourceId, detail: { botId, name } });
    return file.storageKey;
  });
  try {
    await store.delete(storageKey);
    await db.fileLeftover.deleteMany({ where: { storageKey } });
  } catch (error) {
    logError("the bytes of a removed file stay until the next upkeep", error, { sourceId });
  }
}
