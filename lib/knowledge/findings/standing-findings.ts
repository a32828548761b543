import { Prisma } from "@/lib/db/generated/client";

/**
 * SQL: the findings `f` of a bot whose texts answer as they were found, with the documents `d` and `e` of their places,
 * and that nobody has said to be right.
 */
export function standingFindings(teamId: string, botId: string): Prisma.Sql {
  return Prisma.sql`
    FROM findings f
    JOIN documents d ON d.published_version_id = f.first_version_id AND d.team_id = f.team_id AND d.deleted_at IS NULL
      AND d.off_at IS NULL
    LEFT JOIN documents e ON e.published_version_id = f.second_version_id AND e.team_id = f.team_id AND e.deleted_at IS NULL
      AND e.off_at IS NULL
    WHERE f.team_id = ${teamId}::uuid AND f.bot_id = ${botId}::uuid
      AND (f.second_version_id IS NULL OR e.id IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM finding_dismissals x WHERE x.bot_id = f.bot_id AND x.key = f.key)`;
}
