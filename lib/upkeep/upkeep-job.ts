import { z } from "zod";
import type { RunJob } from "@/lib/jobs/bind-job";
import { defineJob } from "@/lib/jobs/define-job";
import { log } from "@/lib/log";
import { runUpkeep } from "./run-upkeep";

const minute = 60;

/**
 * Deletes what is past its time: soon after the start and each hour; again after some minutes while one round isn't
 * enough.
 */
export const upkeepJob = defineJob({
  name: "upkeep",
  input: z.strictObject({}),
  retry: { attempts: 3, firstDelaySeconds: minute, longestDelaySeconds: 5 * minute },
  atOnce: 1,
  teamAtOnce: 1,
  leaseSeconds: minute,
  schedule: { everySeconds: 60 * minute, firstAfterSeconds: minute },
});

export const runUpkeepJob: RunJob<Record<string, never>> = async (ctx) => {
  const { deleted, hasMore } = await runUpkeep(ctx);
  if (Object.keys(deleted).length > 0) log("info", "what was past its time was deleted", deleted);
  return hasMore ? { againInSeconds: 4 * minute } : undefined;
};
