import { z } from "zod";
import type { RunJob } from "@/lib/jobs/bind-job";
import { defineJob } from "@/lib/jobs/define-job";
import { countTurns } from "./count-turns";
import { settleUsage } from "./settle-usage";

const minute = 60;

/**
 * Counts the bots' turns by quarter-hour and the teams' usage by month: soon after the start, then each quarter-hour.
 */
export const countTurnsJob = defineJob({
  name: "count-turns",
  input: z.strictObject({}),
  retry: { attempts: 5, firstDelaySeconds: minute, longestDelaySeconds: 10 * minute },
  atOnce: 1,
  teamAtOnce: 1,
  leaseSeconds: minute,
  schedule: { everySeconds: 15 * minute, firstAfterSeconds: 2 * minute },
});

export const runCountTurns: RunJob<Record<string, never>> = async (ctx, _, { signal }) => {
  const countedUpTo = await countTurns(ctx, signal);
  await settleUsage(ctx, signal);
  return countedUpTo === null ? { againInSeconds: minute } : undefined;
};
