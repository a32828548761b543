import { z } from "zod";
import type { RunJob } from "@/lib/jobs/bind-job";
import { defineJob } from "@/lib/jobs/define-job";
import { countQuotes } from "./count-quotes";

const minute = 60;

/** Counts which passages answers quoted: soon after the start, then each quarter-hour. */
export const countQuotesJob = defineJob({
  name: "count-quotes",
  input: z.strictObject({}),
  retry: { attempts: 5, firstDelaySeconds: minute, longestDelaySeconds: 10 * minute },
  atOnce: 1,
  teamAtOnce: 1,
  leaseSeconds: minute,
  schedule: { everySeconds: 15 * minute, firstAfterSeconds: 3 * minute },
});

export const runCountQuotes: RunJob<Record<string, never>> = async (ctx, _, { signal }) => {
  await countQuotes(ctx, signal);
};
