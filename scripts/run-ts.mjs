import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { ensureGenerated, ensureInstalled, requireNode, root, toolEnv, toShown } from "./setup.mjs";

// Bundles one TypeScript file of this project (packages stay external) and runs it with the arguments that follow. What
// is only for working on it is installed for benches and pictures only.
const [entry, ...args] = process.argv.slice(2);
if (!entry) throw new Error("usage: node scripts/run-ts.mjs FILE.ts [ARG …]");
try {
  await ensureInstalled({ isDev: !entry.startsWith("scripts/") });
  await ensureGenerated();
  await bundleAndRun();
} catch (error) {
  console.error(toShown(error));
  process.exitCode = 1;
}

async function bundleAndRun() {
  const { build } = await import("esbuild");
  const folder = await mkdtemp(path.join(root, "node_modules", ".run-"));
  try {
    const outfile = path.join(folder, `${path.basename(entry, ".ts")}.mjs`);
    await build({
      entryPoints: [path.resolve(entry)],
      outfile,
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
      target: "node24",
      sourcemap: "inline",
      logLevel: "warning",
      tsconfig: path.join(root, "tsconfig.json"),
    });
    const child = spawn(requireNode(), ["--enable-source-maps", "--expose-gc", outfile, ...args], {
      stdio: "inherit",
      env: toolEnv(),
    });
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
    process.exitCode = await new Promise((resolve) => child.on("exit", (code) => resolve(code ?? 1)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
