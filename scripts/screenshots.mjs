import { ensureBundles, ensureInstalled, ensurePages, requireNode, run, toShown } from "./setup.mjs";

// npm run screenshots: builds what is missing, then takes the pictures.
try {
  await ensureInstalled({ isDev: true });
  await ensureBundles();
  await ensurePages();
  const script = ["scripts/run-ts.mjs", "e2e/screens/take-screenshots.ts", ...process.argv.slice(2)];
  await run(requireNode(), script, { hint: "Some screenshots are missing: see above." });
} catch (error) {
  console.error(toShown(error, "✗ "));
  process.exitCode = 1;
}
