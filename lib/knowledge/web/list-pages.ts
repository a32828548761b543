import type { PageChoice, PageState } from "@/lib/db/generated/enums";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import type { ListPagesInput } from "./web-input";

export type PageItem = {
  id: string;
  address: string;
  title: string;
  state: PageState;
  choice: PageChoice;
  fault: string | null;
  fetchedAt: Date | null;
  changedAt: Date | null;
  publishedAt: Date | null;
  /** Documents that it becomes, and those that answer. */
  parts: number;
  documents: number;
};

export type PageList = { pages: PageItem[]; totalCount: number; pageSize: number };

const pageSize = 50;

/** One page of a site's pages: those that wait first, then by their depth and address. */
export async function listPages(ctx: ActorCtx, { botId, sourceId, page }: ListPagesInput): Promise<PageList> {
  requirePermission(ctx.actor, "knowledge.read");
  const { teamId } = ctx.actor;
  if (!isId(botId) || !isId(sourceId)) return { pages: [], totalCount: 0, pageSize };
  const rows = await ctx.db.$queryRaw<(PageItem & { totalCount: number })[]>`
    SELECT p.id, p.address, p.title, p.state, p.choice, p.fault, p.fetched_at AS "fetchedAt", p.changed_at AS "changedAt",
      p.published_at AS "publishedAt", coalesce(w.parts, 0) AS parts, coalesce(a.documents, 0) AS documents,
      count(*) OVER ()::int AS "totalCount"
    FROM source_pages p
    LEFT JOIN (
      SELECT page_id, count(*)::int AS parts FROM source_parts
      WHERE team_id = ${teamId}::uuid AND source_id = ${sourceId}::uuid GROUP BY page_id) w ON w.page_id = p.id
    LEFT JOIN (
      SELECT source->>'pageId' AS page_id, count(*)::int AS documents FROM documents
      WHERE team_id = ${teamId}::uuid AND bot_id = ${botId}::uuid AND deleted_at IS NULL AND source_kind = 'page'
        AND source->>'sourceId' = ${sourceId} GROUP BY 1) a ON a.page_id = p.id::text
    WHERE p.team_id = ${teamId}::uuid AND p.source_id = ${sourceId}::uuid
    ORDER BY w.parts IS NULL, p.depth, p.address LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
  const totalCount = rows[0]?.totalCount ?? 0;
  return { pages: rows.map(({ totalCount: _, ...row }) => row), totalCount, pageSize };
}
