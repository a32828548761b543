import { parseArgs } from "node:util";
import type { AllJobs, AnyJob } from "@/lib/jobs/list-all-jobs";
import { runCommand } from "@/server/data-dir/run-command";

// npm run jobs [-- --retry ID | --retry failed]: what runs, waits and failed, of the installation and of all teams.
try {
  const { values } = parseArgs({ options: { retry: { type: "string" } } });
  if (values.retry !== undefined) await retry(values.retry);
  else show(toJobs(await runCommand("jobs", {}, process.cwd())));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function retry(which: string): Promise<void> {
  const count = Number(await runCommand("jobs:retry", { which }, process.cwd()));
  if (count === 0 && which !== "failed")
    throw new Error(`No job with this id failed or waits: ${which}. Without --retry all are listed.`);
  console.log(
    count === 0 ? "No job has failed." : `${count === 1 ? "1 job begins" : `${count} jobs begin`} again.`,
  );
}

function show({ counts, jobs }: AllJobs): void {
  const { failed, running, waiting, done } = counts;
  console.log(`${failed} failed, ${running} running, ${waiting} waiting, ${done} done`);
  for (const job of jobs) console.log(toLine(job));
}

function toLine({ id, name, team, state, fault, attempts, createdAt, endedAt, dueAt }: AnyJob): string {
  const facts = [
    team === null ? "the installation's" : `of ${team}`,
    fault === null ? null : toFault(fault, attempts),
    endedAt === null ? `asked for ${createdAt}` : `ended ${endedAt}`,
    dueAt === null ? null : `due ${dueAt}`,
  ];
  return `${state.padEnd(7)}  ${name.padEnd(22)}  ${id}  ${facts.filter((fact) => fact !== null).join(", ")}`;
}

function toFault(fault: string, attempts: number): string {
  if (attempts === 0) return `${fault} the last time`;
  return `${fault} after ${attempts === 1 ? "1 try" : `${attempts} tries`}`;
}

/** The command answers with AllJobs. */
function toJobs(result: unknown): AllJobs {
  return result as AllJobs;
}
