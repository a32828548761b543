import type { z } from "zod";

export type RetryPolicy = {
  /** Attempts in all; after the last one that failed, the job has failed. */
  attempts: number;
  /** Before the second attempt; doubled for each further one. */
  firstDelaySeconds: number;
  longestDelaySeconds: number;
};

export type JobDefinition<Input> = {
  /** Of lower-case letters and hyphens; screens and the log name it so. Never renamed: rows hold it. */
  name: string;
  /** Ids, never contents: what a job works on it reads when it runs. */
  input: z.ZodType<Input>;
  retry: RetryPolicy;
  /** How many of it one instance runs at once. */
  atOnce: number;
  /** How many of one team's run at once, so that no team's backlog keeps others waiting. */
  teamAtOnce: number;
  /**
   * A running job whose instance says nothing for so long is given to another; at least 10. The lease is renewed by
   * itself while the job runs, however long that takes.
   */
  leaseSeconds: number;
  /**
   * Runs by itself, once on any number of instances: so long after its last run ended, and so long after the first
   * start.
   */
  schedule?: { everySeconds: number; firstAfterSeconds: number };
};

/**
 * A kind of work that is done apart from the request that causes it. What runs it is bound where all jobs are listed.
 */
export function defineJob<Input>(definition: JobDefinition<Input>): JobDefinition<Input> {
  return definition;
}
