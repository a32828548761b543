import { runCommand } from "@/server/data-dir/run-command";

const [code, name, flag, email, ...rest] = process.argv.slice(2);
const isWhole = flag === undefined || (flag === "--email" && email !== undefined);
if (!code || !name || !isWhole || rest.length > 0) {
  console.error('Say which code and whose: npm run partner:add -- CODE "NAME" [--email ADDRESS]');
  process.exit(1);
}
try {
  const link = await runCommand("partner:add", { code, name, ...(email && { email }) }, process.cwd());
  console.log(`The link of ${name}:\n\n  ${link}\n`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
