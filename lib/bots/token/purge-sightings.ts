import type { Ctx } from "@/lib/context";

/**
 * So long after its last page load a domain is forgotten; of each bot the last so many are kept, as anybody can name
 * one.
 */
const kept = { ms: 180 * 24 * 60 * 60_000, domains: 200 } as const;

/**
 * Deletes up to `most` domains on which a bot's widget was not seen for half a year, and those past 200. Returns how
 * many.
 */
export async function purgeSightings({ db }: Pick<Ctx, "db">, most: number): Promise<number> {
  return db.$executeRaw`
    DELETE FROM sightings WHERE (bot_id, domain) IN (
      SELECT bot_id, domain FROM (
        SELECT bot_id, domain, last_seen_at,
          row_number() OVER (PARTITION BY bot_id ORDER BY last_seen_at DESC, domain) AS place FROM sightings
      ) s
      WHERE s.place > ${kept.domains} OR s.last_seen_at < ${new Date(Date.now() - kept.ms)} LIMIT ${most})`;
}
