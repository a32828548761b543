import type { Ctx } from "@/lib/context";

const keptMs = 30 * 24 * 60 * 60_000;

/** Deletes up to `most` invitations that were accepted or expired 30 days ago. Returns how many. */
export async function purgeInvites({ db }: Pick<Ctx, "db">, most: number): Promise<number> {
  const before = new Date(Date.now() - keptMs);
  return db.$executeRaw`
    DELETE FROM invites WHERE id IN (
      SELECT id FROM invites WHERE accepted_at < ${before} OR expires_at < ${before} LIMIT ${most})`;
}
