import type { Prisma } from "@/lib/db/generated/client";

/** The tags that a bot's documents have, the most used first. One that none has any more is none. */
export async function readBotTags(
  tx: Pick<Prisma.TransactionClient, "$queryRaw">,
  { teamId, botId }: { teamId: string; botId: string },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT t.name FROM documents d, unnest(d.tags) AS t(name)
    WHERE d.team_id = ${teamId}::uuid AND d.bot_id = ${botId}::uuid AND d.deleted_at IS NULL
    GROUP BY t.name ORDER BY count(*) DESC, t.name`;
  return rows.map(({ name }) => name);
}
