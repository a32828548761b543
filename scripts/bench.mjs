import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBundles, ensureInstalled, ensurePages, requireNode, run, toShown } from "./setup.mjs";

// npm run bench: every bench in turn at its smallest, on the demo's documents. At full size each has a command of its
// own.
const tasks = await mkdtemp(path.join(tmpdir(), "dawen-bench-"));
try {
  await ensureInstalled({ isDev: true });
  await ensureBundles();
  await ensurePages();
  await runScript("write-demo-task", tasks);
  console.log("\n── start");
  await run(requireNode(), ["bench/start.mjs", "--quick"], { hint: "The bench start failed." });
  for (const [name, ...options] of [
    ["retrieval", "--data", tasks],
    ["answers"],
    ["checker"],
    ["hostile", "--quick"],
    ["save", "--quick"],
    ["documents", "--quick"],
    ["files"],
    ["message", "--quick"],
    ["live", "--quick"],
    ["desk", "--quick"],
    ["jobs", "--quick"],
    ["crawl", "--quick"],
    ["widget", "--quick"],
  ]) {
    console.log(`\n── ${name}`);
    await runScript(name, ...options);
  }
} catch (error) {
  console.error(toShown(error, "✗ "));
  process.exitCode = 1;
} finally {
  await rm(tasks, { recursive: true, force: true });
}

function runScript(name, ...options) {
  const args = ["scripts/run-ts.mjs", `bench/${name}.ts`, ...options];
  return run(requireNode(), args, { hint: `The bench ${name} failed.` });
}
