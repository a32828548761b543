import { env } from "@/lib/env";
import { runDueJobs } from "@/lib/jobs/run/run-due-jobs";
import { getJobRunner } from "@/lib/jobs/run/runner-of-process";
import { markReached } from "@/lib/request-context";

/** For a host's cron, where timers stand still between requests: runs what is due. See docs/deploy.md. */
export const GET = (request: Request) => {
  markReached();
  return runDueJobs(request.headers.get("authorization"), env().CRON_SECRET, getJobRunner());
};
