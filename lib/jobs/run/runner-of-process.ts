import { processWide, setProcessWide } from "@/lib/process-wide";
import type { JobRunner } from "./start-jobs";

/** Null while this process runs no jobs: it is starting, or not the server. */
export function getJobRunner(): JobRunner | null {
  return processWide("jobs", () => ({ runner: null })).runner;
}

export function setJobRunner(runner: JobRunner): void {
  setProcessWide("jobs", { runner });
}
