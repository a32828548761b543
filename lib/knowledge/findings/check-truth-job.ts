import { z } from "zod";
import type { RunJob } from "@/lib/jobs/bind-job";
import { defineJob } from "@/lib/jobs/define-job";
import { checkBot } from "./check-bot";

/**
 * Reads the documents of bots whose knowledge changed since they were read last, or whose next day has begun: one after
 * the other, some a run, and a bot that takes long less often.
 */
export const checkTruthJob = defineJob({
  name: "check-truth",
  input: z.strictObject({}),
  retry: { attempts: 3, firstDelaySeconds: 60, longestDelaySeconds: 600 },
  atOnce: 1,
  teamAtOnce: 1,
  leaseSeconds: 60,
  schedule: { everySeconds: 20, firstAfterSeconds: 10 },
});

export const runCheckTruth: RunJob<Record<string, never>> = async ({ db }, _, { signal }) => {
  const due = await db.$queryRaw<{ id: string; teamId: string }[]>`
    SELECT b.id, b.team_id AS "teamId" FROM bots b LEFT JOIN truth_checks t ON t.bot_id = b.id
    WHERE b.deleted_at IS NULL AND b.knowledge_version > 0
      AND (t.bot_id IS NULL OR t.knowledge_version <> b.knowledge_version OR t.next_at <= now())
      AND (t.bot_id IS NULL OR t.checked_at + t.took_ms * ${restPerWork} * interval '1 millisecond' <= now())
    ORDER BY t.checked_at NULLS FIRST
    LIMIT ${botsARun}`;
  for (const bot of due) {
    if (signal.aborted) break;
    await checkBot(db, bot);
  }
  return undefined;
};

const botsARun = 20;
/** A bot that takes three seconds is read once a minute at most. */
const restPerWork = 20;
