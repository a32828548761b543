import type { PartnerMonth } from "@/lib/teams/partners/partner-commands";
import { runCommand } from "@/server/data-dir/run-command";

try {
  const rows = (await runCommand("partner:report", {}, process.cwd())) as PartnerMonth[];
  console.log("month,code,name,sign_ups,paying_teams");
  for (const { month, code, name, signUps, paying } of rows)
    console.log([month, code, cellOf(name), signUps, paying].join(","));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** Quoted, and no formula to a spreadsheet. */
function cellOf(text: string): string {
  return `"${text.replace(/^(?=[=+\-@])/, "'").replaceAll('"', '""')}"`;
}
