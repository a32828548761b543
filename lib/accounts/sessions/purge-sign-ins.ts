import type { Ctx } from "@/lib/context";

const day = 24 * 60 * 60_000;
/** The team last worked in is read from a session for so long after it ended. */
const sessionDays = 30;
const resetDays = 7;

/**
 * Deletes up to `most` sessions that ended, and links to set a password that were used or expired. Returns how many.
 */
export async function purgeSignIns({ db }: Pick<Ctx, "db">, most: number): Promise<number> {
  const ended = new Date(Date.now() - sessionDays * day);
  const stale = new Date(Date.now() - resetDays * day);
  const sessions = await db.$executeRaw`
    DELETE FROM sessions WHERE id IN (
      SELECT id FROM sessions WHERE revoked_at < ${ended} OR expires_at < ${ended} LIMIT ${most})`;
  const resets = await db.$executeRaw`
    DELETE FROM password_resets WHERE id IN (
      SELECT id FROM password_resets WHERE used_at < ${stale} OR expires_at < ${stale} LIMIT ${most - sessions})`;
  return sessions + resets;
}
