import { defineConfig, devices } from "@playwright/test";
import { chromiumLaunch } from "./e2e/support/chromium";

const jsonReport = process.env.E2E_JSON_REPORT;
/** Instances that share real servers, which are taken away and killed: only where both are there to use. */
const hasServers = Boolean(process.env.TEST_DATABASE_URL && process.env.TEST_REDIS_URL);
/**
 * `servers` start servers of their own; for all screens two workers set a stage each, some forty pages. What `pages`
 * look like, what they keep in the browser and how they are walked through is the same on any store.
 */
const elsewhere = [
  ...["e2e/widget/**", "e2e/live/**", "e2e/servers/**", "e2e/pages/screens.spec.ts"],
  ...(hasServers ? ["e2e/pages/**"] : []),
];
const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } };

// One built app serves the whole run: see e2e/support/servers/start-app.ts. A test marked @phone runs on a
// phone's screen as well.
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  globalSetup: "./e2e/support/servers/start-app.ts",
  fullyParallel: true,
  forbidOnly: true,
  workers: 4,
  // Long enough for two cores that a dozen others want as well.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ...(jsonReport ? [["json", { outputFile: jsonReport }] as const] : [])],
  use: {
    locale: "zh-TW",
    timezoneId: "Asia/Taipei",
    // A moving element makes a click wait, and then scroll the page to it, which takes a menu away from under it.
    contextOptions: { reducedMotion: "reduce" },
    // Pictures and copies of the page at each step would take as much of two cores as the tests themselves.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false, sources: false },
    screenshot: "only-on-failure",
    launchOptions: chromiumLaunch,
  },
  projects: [
    // First comes what takes a file long or mostly waits, so that no worker is without work at the end.
    ...(hasServers
      ? [{ name: "live", testDir: "e2e/live", use: devices["Desktop Chrome"], workers: 2, timeout: 180_000 }]
      : [
          { name: "screens", testMatch: "e2e/pages/screens.spec.ts", use: desktop },
          { name: "servers", testDir: "e2e/servers", fullyParallel: false, timeout: 600_000 },
        ]),
    { name: "desktop", testIgnore: elsewhere, use: desktop },
    // What real servers change nothing for runs on the embedded parts only.
    ...(hasServers
      ? []
      : [
          {
            name: "phone",
            testIgnore: elsewhere,
            grep: /@phone/,
            use: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } },
          },
          { name: "widget", testDir: "e2e/widget", use: { viewport: { width: 1280, height: 800 } } },
        ]),
  ],
});
