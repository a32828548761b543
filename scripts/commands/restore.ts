import { env } from "@/lib/env";
import { restoreBackup } from "@/server/backup/restore-backup";

// npm run restore -- FILE [--force]: puts a backup in place of this installation's data.
const args = process.argv.slice(2);
const isForced = args.includes("--force");
const [file, ...rest] = args.filter((arg) => arg !== "--force");
if (!file || rest.length > 0 || file.startsWith("-")) {
  console.error("Say what to restore: npm run restore -- FILE.tar.gz [--force]");
  process.exit(1);
}
try {
  const { manifest, before, hasOtherSecret } = await restoreBackup(env(), file, {
    isForced,
    root: process.cwd(),
    say: (step) => console.log(`  … ${step}`),
  });
  console.log(`\n還原完成 Restored the backup of ${manifest.createdAt} (Dawen ${manifest.version}).`);
  if (before) console.log(`What was there before lies in ${before}: delete it when you no longer need it.`);
  if (hasOtherSecret)
    console.log(
      "NEXTAUTH_SECRET is not the backup's: everybody signs in again, unless you add that one (its entry `secret`) to NEXTAUTH_SECRET_OLD.",
    );
  if (manifest.database === "postgresql")
    console.log("Empty the Redis of this installation before you start it: it remembers later days.");
  console.log("Now: npm start");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
