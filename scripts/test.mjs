import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import {
  ensureBundles,
  ensureGenerated,
  ensureInstalled,
  ensurePages,
  root,
  run,
  runTool,
  toShown,
} from "./setup.mjs";
import { findSystemChromium } from "./system-chromium.mjs";

// npm test [-- --only=vitest,e2e]: what tests need, then every check; stops at the first that fails. The last line
// sums up Vitest and Playwright. TEST_DATABASE_URL and TEST_REDIS_URL make the tests run on those servers.
const reports = path.join(root, "node_modules", ".cache", "dawen", "reports");
const vitestReport = path.join(reports, "vitest.json");
const e2eReport = path.join(reports, "e2e.json");

const steps = {
  browser: ensureBrowser,
  lint: () => runTool("@biomejs/biome/bin/biome", ["check", "."], { hint: "Lint found faults." }),
  unused: () =>
    runTool("knip/bin/knip.js", ["--no-progress"], {
      hint: "Nothing uses these files, exports or packages.",
    }),
  types: async () => {
    await runTool("next/dist/bin/next", ["typegen"], { isQuiet: true, hint: "Next's types can't be made." });
    for (const project of [".", "widget"])
      await runTool("typescript/bin/tsc", ["--noEmit", "-p", project], { hint: "The types don't fit." });
  },
  vitest: () =>
    runTool(
      "vitest/vitest.mjs",
      ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`],
      { hint: "Unit or integration tests fail.", env: { NODE_ENV: "test" } },
    ),
  build: async () => {
    await ensureBundles();
    await ensurePages();
  },
  e2e: () =>
    runTool("@playwright/test/cli.js", ["test"], {
      hint: "End-to-end tests fail.",
      env: { E2E_JSON_REPORT: e2eReport },
    }),
};

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const failure = await runSteps(chosenSteps()).catch((error) => error);
const { passed, failed } = sumUp();
if (failure) console.error(toShown(failure, "✗ "));
for (const line of listFailures()) console.log(`failed: ${line}`);
console.log(`\n${passed} passed, ${failed + (failure && failed === 0 ? 1 : 0)} failed`);
process.exit(failure || failed > 0 ? 1 : 0);

async function runSteps(names) {
  await ensureInstalled({ isDev: true });
  await ensureGenerated();
  for (const name of names) {
    const since = performance.now();
    console.log(`\n── ${name}`);
    await steps[name]();
    console.log(`── ${name}: ${((performance.now() - since) / 1000).toFixed(1)} s`);
  }
}

function chosenSteps() {
  const option = process.argv.slice(2).find((argument) => argument.startsWith("--only="));
  if (!option) return Object.keys(steps);
  const names = option.slice("--only=".length).split(",");
  const unknown = names.filter((name) => !(name in steps));
  if (unknown.length === 0) return names;
  console.error(`No step ${unknown.join(", ")}: choose from ${Object.keys(steps).join(", ")}.`);
  process.exit(1);
}

async function ensureBrowser() {
  if (findSystemChromium()) return;
  const { chromium } = await import("@playwright/test");
  if (existsSync(chromium.executablePath())) return;
  const hint =
    "No browser for the end-to-end tests: install Chromium (Debian: apt-get install chromium fonts-noto-cjk), then run npm test again.";
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const options = { isQuiet: true, hint, env: { DEBIAN_FRONTEND: "noninteractive" } };
    const install = (browser) => run("apt-get", ["install", "-y", "-q", browser, "fonts-noto-cjk"], options);
    await run("apt-get", ["update", "-q"], options);
    // Older systems have the whole browser only.
    await install("chromium-headless-shell").catch(() => install("chromium"));
    return;
  }
  await runTool("@playwright/test/cli.js", ["install", "chromium"], { hint });
}

function sumUp() {
  const vitest = readReport(vitestReport);
  const e2e = readReport(e2eReport)?.stats;
  return {
    passed: (vitest?.numPassedTests ?? 0) + (e2e ? e2e.expected + e2e.flaky : 0),
    failed: (vitest?.numFailedTests ?? 0) + (e2e?.unexpected ?? 0),
  };
}

/** A line for each test that failed: its file, its name and what it said first. */
function listFailures() {
  const inVitest = (readReport(vitestReport)?.testResults ?? []).flatMap(
    ({ name, status, message, assertionResults }) => {
      const failures = assertionResults.filter((test) => test.status === "failed");
      if (status === "failed" && failures.length === 0) return [toLine(name, "", message)];
      return failures.map(({ fullName, failureMessages }) => toLine(name, fullName, failureMessages[0]));
    },
  );
  const inE2e = listSpecs(readReport(e2eReport)?.suites ?? [])
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors));
      return toLine(path.join("e2e", file), title, errors[0]?.message);
    });
  return [...inVitest, ...inE2e];
}

function listSpecs(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [...specs, ...listSpecs(inner)]);
}

function toLine(file, title, message = "") {
  const [what = ""] = stripVTControlCharacters(message).split("\n    at ");
  const said = what.replace(/\s+/g, " ").slice(0, 300);
  return `${path.relative(root, path.resolve(root, file))} › ${title}: ${said}`;
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}
