import { requireBot } from "@/lib/bots/require-bot";
import type { FetchSchedule, SourceOrigin, SourceState } from "@/lib/db/generated/enums";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { fetchSourceJob, publishSourceJob, readSourceJob } from "./source-jobs";

export type SourceItem = {
  id: string;
  origin: SourceOrigin;
  name: string;
  /** Of what is fetched. */
  address: string | null;
  schedule: FetchSchedule;
  checkedAt: Date | null;
  publishedAt: Date | null;
  /** Pages of it, those that answer, and those that answered and are gone. */
  pages: number;
  takenPages: number;
  gonePages: number;
  state: SourceState;
  fault: string | null;
  bytes: number;
  /** Documents that it becomes, and notes about what lacks. */
  parts: number;
  notes: number;
  progressDone: number | null;
  progressTotal: number | null;
  /** Whether it has documents, and all of them are turned off. */
  isOff: boolean;
  createdAt: Date;
};

/**
 * The files of a bot that are not published yet, and all that it fetches, the newest first, at most 200. Throws
 * AppError `forbidden`, `not_found`.
 */
export async function listSources(ctx: ActorCtx, { botId }: { botId: string }): Promise<SourceItem[]> {
  requirePermission(ctx.actor, "knowledge.read");
  await requireBot(ctx, botId);
  const { teamId } = ctx.actor;
  const rows = await ctx.db.$queryRaw<(SourceItem & { jobFault: string | null })[]>`
    SELECT s.id, s.origin, s.name, s.address, s.schedule, s.checked_at AS "checkedAt", s.published_at AS "publishedAt",
      s.state, s.fault, coalesce(f.bytes, 0) AS bytes, jsonb_array_length(s.notes)::int AS notes,
      (SELECT count(*)::int FROM source_parts p WHERE p.source_id = s.id AND p.team_id = s.team_id) AS parts,
      coalesce(g.pages, 0) AS pages, coalesce(g.taken, 0) AS "takenPages", coalesce(g.gone, 0) AS "gonePages",
      coalesce(o.is_off, false) AS "isOff", s.progress_done AS "progressDone", s.progress_total AS "progressTotal", s.created_at AS "createdAt",
      (SELECT coalesce(j.fault, 'internal') FROM jobs j
        WHERE j.team_id = s.team_id AND j.key = s.id::text AND j.state = 'failed'
        AND j.name = CASE WHEN s.state = 'indexing' THEN ${publishSourceJob.name}
          WHEN s.origin = 'file' THEN ${readSourceJob.name} ELSE ${fetchSourceJob.name} END) AS "jobFault"
    FROM sources s LEFT JOIN files f ON f.id = s.file_id AND f.team_id = s.team_id
    LEFT JOIN (
      SELECT source_id, count(*)::int AS pages, (count(*) FILTER (WHERE choice = 'taken'))::int AS taken,
        (count(*) FILTER (WHERE state = 'gone'))::int AS gone
      FROM source_pages WHERE team_id = ${teamId}::uuid GROUP BY source_id) g ON g.source_id = s.id
    LEFT JOIN (
      SELECT split_part(external_id, ':', 2) AS source_id, bool_and(off_at IS NOT NULL) AS is_off
      FROM documents WHERE team_id = ${teamId}::uuid AND bot_id = ${botId}::uuid AND deleted_at IS NULL
        AND external_id LIKE 'file:%' GROUP BY 1) o ON o.source_id = s.id::text
    WHERE s.team_id = ${teamId}::uuid AND s.bot_id = ${botId}::uuid AND (s.state <> 'ready' OR s.origin <> 'file')
    ORDER BY s.id DESC LIMIT 200`;
  return rows.map(({ jobFault, ...row }) => endCutOff(row, jobFault));
}

/** What its job gave up on, a server that stopped again and again for one, is a failure too. */
function endCutOff(row: SourceItem, jobFault: string | null): SourceItem {
  const isUnderWay = row.state === "queued" || row.state === "reading" || row.state === "indexing";
  return isUnderWay && jobFault !== null ? { ...row, state: "failed", fault: jobFault } : row;
}
