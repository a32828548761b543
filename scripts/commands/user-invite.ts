import { runCommand } from "@/server/data-dir/run-command";

const [email, name, teamName, ...rest] = process.argv.slice(2);
if (!email || !name || !teamName || rest.length > 0) {
  console.error('Say who and which new team: npm run user:invite -- EMAIL "NAME" "TEAM"');
  process.exit(1);
}
try {
  const link = await runCommand("user:invite", { email, name, teamName }, process.cwd());
  console.log(
    `This link sets the password of ${email}, owner of the new team ${teamName}, once:\n\n  ${link}\n`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
