import type { Job } from "@/lib/db/generated/client";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { type JobFault, toJobFault } from "./fault-of";

export type JobRow = {
  id: string;
  name: string;
  /** What it sends, where it is to send something: a kind of the outbox. */
  kind: string | null;
  /** What it is about, as its team calls it, or whom it writes to; null where it is about nothing with a name. */
  about: string | null;
  state: Job["state"];
  progress: { done: number; total: number } | null;
  /** Why its last attempt failed; null after none or a good one. */
  fault: JobFault | null;
  attempts: number;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  /** When a job that failed once is tried again. */
  dueAt: Date | null;
};

export type JobLists = Record<"failed" | "open" | "done", { rows: JobRow[]; count: number }>;

const most = { failed: 50, open: 50, done: 20 };

/**
 * A team's jobs, the newest first: what failed for good, what runs or waits (what runs first), what is done. Throws
 * AppError `forbidden`.
 */
export async function listJobs({ db, actor }: ActorCtx): Promise<JobLists> {
  requirePermission(actor, "team.manage");
  const { teamId } = actor;
  const read = async (states: Job["state"][], take: number) => {
    const where = { teamId, state: { in: states } };
    const [jobs, count] = await Promise.all([
      db.job.findMany({ where, orderBy: [{ state: "desc" }, { id: "desc" }], take }),
      db.job.count({ where }),
    ]);
    return { jobs, count };
  };
  const [failed, open, done] = await Promise.all([
    read(["failed"], most.failed),
    read(["waiting", "running"], most.open),
    read(["done"], most.done),
  ]);
  const inputs = [failed, open, done].flatMap(({ jobs }) => jobs.map(({ input }) => input));
  const idsOf = (name: string) => [...new Set(inputs.flatMap((input) => idOf(input, name) ?? []))];
  const [bots, sources, messages] = await Promise.all([
    db.bot.findMany({ where: { teamId, id: { in: idsOf("botId") } }, select: { id: true, name: true } }),
    db.source.findMany({
      where: { teamId, id: { in: idsOf("sourceId") } },
      select: { id: true, name: true },
    }),
    db.$queryRaw<{ id: string; kind: string; email: string | null }[]>`
      SELECT o.id::text AS id, o.kind, COALESCE(i.email, c.said_email) AS email FROM outbox o
      LEFT JOIN invites i ON i.team_id = o.team_id AND i.id::text = o.ids->>'inviteId'
      LEFT JOIN conversations c ON c.team_id = o.team_id AND c.id = (CASE WHEN o.kind = 'reply-mail' THEN o.ids->>'conversationId' END)::uuid
      WHERE o.team_id = ${teamId}::uuid AND o.id = ANY(${idsOf("messageId")}::uuid[])`,
  ]);
  const names = new Map([...bots, ...sources].map(({ id, name }) => [id, name]));
  const sent = new Map(messages.map((message) => [message.id, message]));
  const toRows = ({ jobs, count }: { jobs: Job[]; count: number }) => ({
    rows: jobs.map((job): JobRow => {
      const { id, name, state, attempts, createdAt, startedAt, endedAt, dueAt } = job;
      const { progressDone: finished, progressTotal: total } = job;
      const message = sent.get(idOf(job.input, "messageId") ?? "");
      return {
        ...{ id, name, state, attempts, createdAt, startedAt, endedAt, dueAt },
        kind: message?.kind ?? null,
        about:
          message?.email ?? names.get(idOf(job.input, "botId") ?? idOf(job.input, "sourceId") ?? "") ?? null,
        progress: finished === null || total === null ? null : { done: finished, total },
        fault: job.fault === null ? null : toJobFault(job.fault),
      };
    }),
    count,
  });
  return { failed: toRows(failed), open: toRows(open), done: toRows(done) };
}

function idOf(input: unknown, name: string): string | null {
  const id = Reflect.get(Object(input), name);
  return typeof id === "string" ? id : null;
}
