import type { Ctx } from "@/lib/context";
import type { JobDefinition } from "./define-job";

export type JobRun = {
  /** Aborted when the instance stops or the lease is lost: what is not done then is begun again elsewhere. */
  signal: AbortSignal;
  /** Which attempt this is, from 1. */
  attempt: number;
  /** Shown to people; tell it once a second at most. */
  progress: (done: number, total: number) => Promise<void>;
};

/** Of a schedule: when it runs next, instead of its usual time. */
export type JobOutcome = { againInSeconds: number } | undefined;

/**
 * Does the work. What it throws is tried again by the job's policy and told to people by its name (`faultOf`). It may
 * run a second time after a crash, so doing it twice must be as good as once.
 */
export type RunJob<Input> = (ctx: Ctx, input: Input, run: JobRun) => Promise<JobOutcome>;

/** A job with what runs it; the type of its input is settled inside. */
export type BoundJob = Omit<JobDefinition<unknown>, "input"> & {
  /** Throws what zod throws for an input that the job can't read. */
  begin: (ctx: Ctx, input: unknown, run: JobRun) => Promise<JobOutcome>;
};

export function bindJob<Input>({ input, ...policy }: JobDefinition<Input>, work: RunJob<Input>): BoundJob {
  return { ...policy, begin: async (ctx, given, run) => work(ctx, input.parse(given), run) };
}
