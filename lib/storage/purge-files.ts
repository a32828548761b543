import type { Ctx } from "@/lib/context";
import type { BlobStore } from "./blob-store";

/** An upload that is not whole by then never will be. */
const pendingMs = 60 * 60_000;

/**
 * Deletes up to `most` files whose time is over or that never came whole, then up to `most` bytes that no row has any
 * more, be it that their team or bot was deleted. Returns how many went. Throws AppError `unavailable` (reasons
 * `storage_…`); what is left then waits for the next time.
 */
export async function purgeFiles(
  { db }: Pick<Ctx, "db">,
  store: BlobStore,
  most: number,
  now = Date.now(),
): Promise<number> {
  const rows = await db.$executeRaw`
    DELETE FROM files WHERE id IN (
      SELECT id FROM files WHERE expires_at < ${new Date(now)}
        OR (stored_at IS NULL AND created_at < ${new Date(now - pendingMs)}) LIMIT ${most})`;
  const leftovers = await db.fileLeftover.findMany({ orderBy: { createdAt: "asc" }, take: most });
  for (const { storageKey } of leftovers) {
    await store.delete(storageKey);
    await db.fileLeftover.delete({ where: { storageKey } });
  }
  return rows + leftovers.length;
}
