import type { Ctx } from "@/lib/context";

const keptMs = 30 * 24 * 60 * 60_000;

/** Deletes up to `most` keys that were revoked or expired 30 days ago; the audit log keeps them. Returns how many. */
export async function purgeApiKeys({ db, now }: Pick<Ctx, "db" | "now">, most: number): Promise<number> {
  const before = new Date(now() - keptMs);
  return db.$executeRaw`
    DELETE FROM api_keys WHERE id IN (
      SELECT id FROM api_keys WHERE revoked_at < ${before} OR expires_at < ${before} LIMIT ${most})`;
}
