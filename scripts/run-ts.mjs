// Runs a TypeScript file that uses `@/` imports: node scripts/run-ts.mjs bench/retrieval.ts --data DIR
import { spawnSync } from "node:child_process";
import { basename, join } from "node:path";
import { build } from "esbuild";

const [entry, ...args] = process.argv.slice(2);
const root = join(import.meta.dirname, "..");
const outfile = join(root, "node_modules/.cache/run-ts", `${basename(entry, ".ts")}-${process.pid}.mjs`);
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  sourcemap: "inline",
  alias: { "@": root },
  logLevel: "warning",
});
const flags = ["--enable-source-maps", "--expose-gc"];
const { status } = spawnSync(process.execPath, [...flags, outfile, ...args], { stdio: "inherit" });
process.exit(status ?? 1);
