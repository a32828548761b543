import type { Prisma } from "@/lib/db/generated/client";

/**
 * How many characters a team's documents have that answer, or would if they were on: up to the end of each one's last
 * passage, so that no text is read.
 */
export async function countTeamCharacters(
  db: Pick<Prisma.TransactionClient, "$queryRaw">,
  teamId: string,
): Promise<number> {
  const [row] = await db.$queryRaw<{ characters: number }[]>`
    SELECT COALESCE(sum(p."end"), 0)::float8 AS characters
    FROM bots b
    JOIN documents d ON d.team_id = b.team_id AND d.bot_id = b.id AND d.deleted_at IS NULL
    CROSS JOIN LATERAL (
      SELECT "end" FROM passages WHERE version_id = d.published_version_id ORDER BY ordinal DESC LIMIT 1
    ) p
    WHERE b.team_id = ${teamId}::uuid AND b.deleted_at IS NULL`;
  return row?.characters ?? 0;
}
