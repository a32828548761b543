import { defineConfig, devices } from "@playwright/test";
import { chromiumLaunch } from "./e2e/chromium";

const jsonReport = process.env.E2E_JSON_REPORT;
/** These start servers of their own. */
const startSpecs = ["start.spec.ts", "crash.spec.ts", "proxy.spec.ts", "model.spec.ts"];

// One built app serves the whole run: see e2e/start-app.ts. A test marked @phone runs on a phone's screen as well.
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  globalSetup: "./e2e/start-app.ts",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 8_000 },
  reporter: [["list"], ...(jsonReport ? [["json", { outputFile: jsonReport }] as const] : [])],
  use: {
    locale: "zh-TW",
    timezoneId: "Asia/Taipei",
    trace: "retain-on-failure",
    launchOptions: chromiumLaunch,
  },
  projects: [
    {
      name: "desktop",
      testIgnore: ["widget/**", ...startSpecs],
      use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } },
    },
    {
      name: "phone",
      testIgnore: ["widget/**", ...startSpecs],
      grep: /@phone/,
      use: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } },
    },
    { name: "widget", testDir: "e2e/widget", use: { viewport: { width: 1280, height: 800 } } },
    { name: "start", testMatch: startSpecs, fullyParallel: false },
  ],
});
