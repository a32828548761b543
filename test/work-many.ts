import { openAdapter } from "@/lib/db/adapter";
import { createDb } from "@/lib/db/client";
import { startJobs } from "@/lib/jobs/run/start-jobs";
import { bindMany } from "./fixtures/many-jobs";
import { createTestContext } from "./fixtures/test-context";

// Another instance for instances.test.ts: it prints each job that it ran.
const [databaseUrl] = process.argv.slice(2);
const adapter = await openAdapter({ DATABASE_URL: databaseUrl, dataDir: "" });
const ctx = createTestContext({ db: createDb(adapter) });
startJobs(ctx, adapter.queue, [bindMany((at) => process.stdout.write(`${at}\n`))], { pollSeconds: 0.5 });
process.stdout.write("ready\n");
