import { runCommand } from "@/server/data-dir/run-command";

const args = process.argv.slice(2);
const isForgetting = args.includes("--sign-out");
if (args.some((arg) => arg !== "--sign-out")) {
  console.error("npm run secret:rotate makes a new secret; with -- --sign-out everybody signs in again.");
  process.exit(1);
}
try {
  await runCommand("secret:rotate", { forget: isForgetting ? "1" : "" }, process.cwd());
  console.log(
    isForgetting
      ? "Sessions are sealed with a new secret; everybody signs in again."
      : "Sessions are sealed with a new secret; those of the former one stay valid, and it is forgotten after 30 days.",
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
