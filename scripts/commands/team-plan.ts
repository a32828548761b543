import type { PlanRow } from "@/lib/plans/plan-commands";
import { runCommand } from "@/server/data-dir/run-command";

const [team, plan, flag, until, ...rest] = process.argv.slice(2);
const isList = team === undefined;
const isWhole = plan !== undefined && (flag === undefined || (flag === "--until" && until !== undefined));
if (!isList && (!isWhole || rest.length > 0)) {
  console.error('Say which team and plan: npm run team:plan -- "TEAM" PLAN [--until 2027-03-31]');
  process.exit(1);
}
try {
  const args: Record<string, string> = isList ? {} : { team, plan: plan ?? "", ...(until && { until }) };
  const answer = await runCommand(isList ? "team:plans" : "team:plan", args, process.cwd());
  for (const row of [answer].flat() as PlanRow[])
    console.log(
      [row.id, row.name, row.plan, row.until ? `until ${row.until} (${row.timeZone})` : "no end"].join("\t"),
    );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
