import type { Ctx } from "@/lib/context";

/** Days after which a message and its log go, delivered or given up. */
const keptDays = 30;

/** Deletes old messages, `most` at a time. Returns how many went. */
export async function purgeOutbox({ db }: Pick<Ctx, "db">, most: number): Promise<number> {
  return db.$executeRaw`
    DELETE FROM outbox WHERE id IN (
      SELECT id FROM outbox WHERE created_at < now() - ${keptDays} * interval '1 day' ORDER BY created_at LIMIT ${most})`;
}
