import { env } from "@/lib/env";
import { createBackup } from "@/server/backup/create-backup";

// npm run backup [-- FILE]: everything this installation needs to come back, in one file.
const [given, ...rest] = process.argv.slice(2);
if (rest.length > 0 || given?.startsWith("-")) {
  console.error("Say where to: npm run backup -- FILE.tar.gz");
  process.exit(1);
}
const file = given ?? `dawen-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}.tar.gz`;
try {
  const { manifest, bytes } = await createBackup(env(), file, (step) => console.log(`  … ${step}`));
  const size = (bytes / 1024 / 1024).toFixed(1);
  console.log(
    `\n備份完成 Backed up: ${file} (${size} MiB, ${manifest.entries.length} entries, migration ${manifest.migration ?? "none"})`,
  );
  console.log("It holds the secret and everybody's data: keep it where only you can read it.");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
