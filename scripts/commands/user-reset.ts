import { runCommand } from "@/server/data-dir/run-command";

const [email, ...rest] = process.argv.slice(2);
if (!email || rest.length > 0) {
  console.error("Say whose password: npm run user:reset -- EMAIL");
  process.exit(1);
}
try {
  const link = await runCommand("user:reset", { email }, process.cwd());
  if (link === null) throw new Error(`No account has the address ${email}.`);
  console.log(`This link sets a new password for ${email}, once:\n\n  ${link}\n`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
