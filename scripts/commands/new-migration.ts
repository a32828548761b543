import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { embeddedAdapter } from "@/lib/db/adapter";
import { diffMigrations } from "@/lib/db/migrate";

const name = process.argv[2];
if (!name || !/^[a-z0-9_-]+$/.test(name)) {
  console.error("Say what the migration does: npm run db:migration -- add-price-to-orders");
  process.exit(1);
}

const root = process.cwd();
const adapter = await embeddedAdapter();
const sql = await diffMigrations(adapter, root);
await adapter.close();
if (sql === "") {
  console.log("The schema and its migrations agree: nothing to write.");
} else {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join("prisma", "migrations", `${stamp}_${name.replaceAll("-", "_")}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "migration.sql"), sql);
  console.log(`Wrote ${folder}/migration.sql: read it, then start the app to apply it.`);
}
