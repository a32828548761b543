import { requireBot } from "@/lib/bots/require-bot";
import type { SourceState } from "@/lib/db/generated/enums";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { publishSourceJob, readSourceJob } from "./source-jobs";

export type SourceItem = {
  id: string;
  name: string;
  state: SourceState;
  fault: string | null;
  bytes: number;
  /** Documents that it becomes, and notes about what lacks. */
  parts: number;
  notes: number;
  progressDone: number | null;
  progressTotal: number | null;
  createdAt: Date;
};

/** The files of a bot that are not published yet, the newest first, at most 200. Throws AppError `forbidden`, `not_found`. */
export async function listSources(ctx: ActorCtx, { botId }: { botId: string }): Promise<SourceItem[]> {
  requirePermission(ctx.actor, "knowledge.read");
  await requireBot(ctx, botId);
  const { teamId } = ctx.actor;
  const rows = await ctx.db.$queryRaw<(SourceItem & { jobFault: string | null })[]>`
    SELECT s.id, s.name, s.state, s.fault, f.bytes, jsonb_array_length(s.notes)::int AS notes,
      (SELECT count(*)::int FROM source_parts p WHERE p.source_id = s.id AND p.team_id = s.team_id) AS parts,
      s.progress_done AS "progressDone", s.progress_total AS "progressTotal", s.created_at AS "createdAt",
      (SELECT coalesce(j.fault, 'internal') FROM jobs j
        WHERE j.team_id = s.team_id AND j.key = s.id::text AND j.state = 'failed'
        AND j.name = CASE WHEN s.state = 'indexing' THEN ${publishSourceJob.name} ELSE ${readSourceJob.name} END) AS "jobFault"
    FROM sources s JOIN files f ON f.id = s.file_id AND f.team_id = s.team_id
    WHERE s.team_id = ${teamId}::uuid AND s.bot_id = ${botId}::uuid AND s.state <> 'ready'
    ORDER BY s.id DESC LIMIT 200`;
  return rows.map(({ jobFault, ...row }) => endCutOff(row, jobFault));
}

/** What its job gave up on, a server that stopped again and again for one, is a failure too. */
function endCutOff(row: SourceItem, jobFault: string | null): SourceItem {
  const isUnderWay = row.state === "queued" || row.state === "reading" || row.state === "indexing";
  return isUnderWay && jobFault !== null ? { ...row, state: "failed", fault: jobFault } : row;
}
