import { Prisma } from "@/lib/db/generated/client";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { standingFindings } from "./standing-findings";

export type FindingCount = {
  count: number;
  /** Whether the documents changed since they were read: what was found may be less or more in a moment. */
  isPending: boolean;
};

/** How many findings a bot's documents have, or one of them. */
export async function countFindings(
  ctx: ActorCtx,
  { botId, documentId }: { botId: string; documentId?: string },
): Promise<FindingCount> {
  requirePermission(ctx.actor, "knowledge.read");
  if (!isId(botId) || (documentId !== undefined && !isId(documentId))) return { count: 0, isPending: false };
  const { teamId } = ctx.actor;
  const ofDocument =
    documentId === undefined
      ? Prisma.empty
      : Prisma.sql`AND ${documentId}::uuid IN (d.id, COALESCE(e.id, d.id))`;
  const [row] = await ctx.db.$queryRaw<FindingCount[]>`
    SELECT (SELECT count(*)::int ${standingFindings(teamId, botId)} ${ofDocument}) AS count,
      EXISTS (SELECT 1 FROM bots b LEFT JOIN truth_checks t ON t.bot_id = b.id
        WHERE b.id = ${botId}::uuid AND b.team_id = ${teamId}::uuid AND b.knowledge_version > 0
          AND t.knowledge_version IS DISTINCT FROM b.knowledge_version) AS "isPending"`;
  return row ?? { count: 0, isPending: false };
}
