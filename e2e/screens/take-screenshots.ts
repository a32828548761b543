import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium, type Page } from "@playwright/test";
import { chromiumLaunch } from "@/e2e/support/chromium";
import { newClientAddress } from "@/e2e/support/client-address";
import { newContext } from "@/e2e/support/new-context";
import { type App, parseApp } from "@/e2e/support/servers/app";
import { startServerProcess } from "@/e2e/support/servers/server-process";
import { type Locale, locales } from "@/lib/i18n/locale";
import { openScreen } from "./open-screen";
import type { Screen } from "./screen";
import { screens } from "./screens";
import { settle } from "./settle";
import { type Stage, setStage } from "./stage";

const themes = ["light", "dark"] as const;
const widths = [1440, 768, 390] as const;
const heights = { 1440: 900, 768: 1024, 390: 844 };
const pagesAtOnce = 3;

const { values } = parseArgs({
  options: {
    out: { type: "string", default: "screenshots" },
    only: { type: "string", default: "" },
  },
});
const out = path.resolve(values.out);
const pattern = new RegExp(values.only);

type Wanted = { screen: Screen; locales: Locale[] };
const todo: Wanted[] = screens
  .map((screen) => ({ screen, locales: locales.filter((locale) => isWanted(screen, locale)) }))
  .filter((wanted) => wanted.locales.length > 0);

const dataDir = await mkdtemp(path.join(tmpdir(), "dawen-screenshots-"));
const server = startServerProcess({
  DATA_DIR: dataDir,
  SIGNUP: "open",
  SITE_BOT: "1",
  TRUSTED_PROXY_HOPS: "1",
});
process.once("SIGINT", () => server.child.kill());
let browser: Browser | undefined;
try {
  const since = performance.now();
  const baseUrl = await server.ready;
  const demo = JSON.parse(await readFile(path.join(dataDir, "demo.json"), "utf8"));
  const app = parseApp({ baseUrl, dataDir, demo });
  browser = await chromium.launch(chromiumLaunch);
  await mkdir(out, { recursive: true });
  const stage = await setStage(browser, app);
  const failures = await takeAll(browser, app, stage, todo);
  const seconds = ((performance.now() - since) / 1000).toFixed(0);
  console.log(`The pictures of ${todo.length} screens are in ${out} after ${seconds} s.`);
  for (const failure of failures) console.error(failure);
  if (failures.length > 0 || todo.length === 0) process.exitCode = 1;
  if (todo.length === 0) console.error(`No screen's file name matches --only=${values.only}`);
} finally {
  await browser?.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/** Takes every screen, a few at once; what went wrong with one, in a line each. */
async function takeAll(browser: Browser, app: App, stage: Stage, todo: Wanted[]): Promise<string[]> {
  const failures: string[] = [];
  const queue = [...todo];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      // A screen's languages one after the other: they may change the same thing.
      for (const locale of next.locales)
        await takeScreen(browser, app, stage, next.screen, locale).catch((error: unknown) =>
          failures.push(`${next.screen.name}.${locale}: ${error instanceof Error ? error.message : error}`),
        );
    }
  };
  await Promise.all(Array.from({ length: pagesAtOnce }, work));
  return failures;
}

/** The page is opened once; the window and the theme change around it. */
async function takeScreen(browser: Browser, app: App, stage: Stage, screen: Screen, locale: Locale) {
  const context = await newContext(browser, {
    baseURL: app.baseUrl,
    storageState: stage.signedIn[screen.viewer],
    locale,
    timezoneId: "Asia/Taipei",
    extraHTTPHeaders: { "x-forwarded-for": newClientAddress() },
  });
  try {
    await context.addCookies([{ name: "locale", value: locale, url: app.baseUrl }]);
    const page = await context.newPage();
    await openScreen(page, screen, stage, locale);
    await page.evaluate(() => document.fonts.ready);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      for (const width of widths) {
        const name = nameOf(screen, locale, theme, width);
        if (!pattern.test(name)) continue;
        await page.setViewportSize({ width, height: heights[width] });
        await settle(page);
        if (!screen.isOverlay) await showAll(page, width, heights[width]);
        await page.screenshot({ path: path.join(out, name), animations: "disabled" });
      }
    }
  } finally {
    await context.close();
  }
}

/**
 * Makes the window as high as the page: what is fixed to its edges lies there, and not in the middle of the picture.
 */
async function showAll(page: Page, width: number, least: number): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (height <= least) return;
  await page.setViewportSize({ width, height });
  await settle(page);
}

function isWanted(screen: Screen, locale: Locale): boolean {
  return themes.some((theme) => widths.some((width) => pattern.test(nameOf(screen, locale, theme, width))));
}

function nameOf(screen: Screen, locale: Locale, theme: string, width: number): string {
  return `${screen.name}.${locale}.${theme}.${width}.png`;
}
