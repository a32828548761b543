import path from "node:path";
import { ensureGenerated, ensureInstalled, requireNode, root, run, SetupError, toShown } from "./setup.mjs";

// node scripts/dev-tool.mjs TOOL [ARG …]: installs what tests and checks need, then runs one of their programs.
const tools = {
  biome: "@biomejs/biome/bin/biome",
  playwright: "@playwright/test/cli.js",
  vitest: "vitest/vitest.mjs",
};

const [name, ...args] = process.argv.slice(2);
try {
  if (!(name in tools)) throw new SetupError(`Choose from ${Object.keys(tools).join(", ")}.`);
  await ensureInstalled({ isDev: true });
  await ensureGenerated();
  const script = path.join(root, "node_modules", tools[name]);
  await run(requireNode(), [script, ...args], { hint: `${name} failed.` });
} catch (error) {
  console.error(toShown(error, "✗ "));
  process.exit(1);
}
