import type { CheckReport } from "@/lib/conversations/upkeep/check-conversations";
import { runCommand } from "@/server/data-dir/run-command";

const shown = 50;

try {
  const result = await runCommand("check:conversations", {}, process.cwd());
  const { conversations, turns, problems } = toReport(result);
  for (const problem of problems.slice(0, shown)) console.error(problem);
  if (problems.length > shown) console.error(`… and ${problems.length - shown} more`);
  console.log(`${conversations} conversations, ${turns} turns, ${problems.length} problems`);
  process.exit(problems.length === 0 ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** The command answers with a CheckReport. */
function toReport(result: unknown): CheckReport {
  return result as CheckReport;
}
