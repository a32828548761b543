import type { Ctx } from "@/lib/context";
import type { JobState } from "@/lib/db/generated/enums";

export type AnyJob = {
  id: string;
  name: string;
  /** Whose it is; null for the installation's own. */
  team: string | null;
  state: JobState;
  fault: string | null;
  attempts: number;
  /** Times are ISO 8601. When it was asked for, and when its last attempt ended. */
  createdAt: string;
  endedAt: string | null;
  /** The next attempt, or the next run of a schedule. */
  dueAt: string | null;
};

export type AllJobs = { counts: Record<JobState, number>; jobs: AnyJob[] };

const most = 100;

/**
 * What the person who runs the server sees of jobs, in JSON's own types: those of the installation and of all teams
 * that failed, run or wait, and the schedules; what failed first, then the newest, a hundred of them.
 */
export async function listAllJobs({ db }: Pick<Ctx, "db">): Promise<AllJobs> {
  const [states, rows] = await Promise.all([
    db.job.groupBy({ by: ["state"], _count: true }),
    db.job.findMany({
      where: { OR: [{ state: { not: "done" } }, { everySeconds: { not: null } }] },
      include: { team: { select: { name: true } } },
      // The states in their own order: waiting, running, done, failed.
      orderBy: [{ state: "desc" }, { id: "desc" }],
      take: most,
    }),
  ]);
  const counts: AllJobs["counts"] = { waiting: 0, running: 0, done: 0, failed: 0 };
  for (const { state, _count: count } of states) counts[state] = count;
  const jobs = rows.map(
    ({ id, name, team, state, fault, attempts, createdAt, endedAt, dueAt }): AnyJob => ({
      ...{ id, name, team: team?.name ?? null, state, fault, attempts },
      ...{ createdAt: createdAt.toISOString(), endedAt: toIso(endedAt), dueAt: toIso(dueAt) },
    }),
  );
  return { counts, jobs };
}

function toIso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
