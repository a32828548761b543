import type { RunJob } from "@/lib/jobs/bind-job";
import { enqueue } from "@/lib/jobs/enqueue";
import { fetchSourceJob } from "@/lib/knowledge/sources/source-jobs";
import { nextDue } from "./schedule";

const mostAtOnce = 200;

/**
 * Runs `fetchDueSourcesJob`: what is due begins a new round, the same way as by hand. Due again it is when that round
 * has ended, or, should it never end, after its time.
 */
export const fetchDueSources: RunJob<Record<string, never>> = async ({ db, now }) => {
  const at = new Date(now());
  const due = await db.source.findMany({
    where: { dueAt: { lte: at }, origin: { not: "file" }, bot: { deletedAt: null } },
    select: { id: true, teamId: true, dueAt: true, schedule: true },
    orderBy: { dueAt: "asc" },
    take: mostAtOnce,
  });
  for (const { id, teamId, dueAt, schedule } of due)
    await db.$transaction(async (tx) => {
      // Whoever changes when it is due has it.
      const { count } = await tx.source.updateMany({
        where: { id, dueAt },
        data: { state: "queued", fault: null, round: { increment: 1 }, dueAt: nextDue(schedule, now()) },
      });
      if (count > 0) await enqueue(tx, fetchSourceJob, { sourceId: id }, { teamId, key: id });
    });
  return undefined;
};
