import { globSync } from "node:fs";
import type { Page } from "@playwright/test";
import { defaultLocale, locales } from "@/lib/i18n/locale";
import { openScreen } from "../screens/open-screen";
import { notScreens, screens } from "../screens/screens";
import { settle } from "../screens/settle";
import { type Stage, setStage } from "../screens/stage";
import { expectNoViolations } from "../support/expect-no-violations";
import { test as base, expect } from "../support/fixtures";

/** What a theme changes, and a language doesn't. */
const colourRules = ["color-contrast", "link-in-text-block"];

const test = base.extend<object, { stage: Stage }>({
  stage: [
    async ({ browser, app }, use) => use(await setStage(browser, app)),
    { scope: "worker", timeout: 360_000 },
  ],
});

const firstLooks = [
  { width: 1440, colorScheme: "light" },
  { width: 390, colorScheme: "dark" },
] as const;
const secondLooks = [{ width: 390, colorScheme: "light" }] as const;

test("every file under app/ that draws a page is the subject of a screen", () => {
  const files = globSync("app/**/{page,not-found,forbidden,unauthorized,error,global-error}.tsx").map(
    (file) => file.replaceAll("\\", "/"),
  );
  const seen = new Set([...screens.map(({ file }) => file), ...Object.keys(notScreens)]);
  expect(files.filter((file) => !seen.has(file))).toEqual([]);
  const names = screens.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

// Two workers walk through a half each, with a stage of their own: one alone would be left with it at the end.
const half = Math.ceil(screens.length / 2);
for (const part of [screens.slice(0, half), screens.slice(half)]) {
  test.describe(`from ${part[0]?.name}`, () => {
    test.describe.configure({ mode: "default", timeout: 240_000 });
    for (const screen of part) {
      test(`axe finds nothing on ${screen.name}`, async ({ newPage, app, stage, faults }) => {
        faults.expect(/status of 4\d\d/);
        const page = await newPage({ storageState: stage.signedIn[screen.viewer], reducedMotion: "reduce" });
        for (const locale of locales) {
          const isFirst = locale === defaultLocale;
          await page.context().addCookies([{ name: "locale", value: locale, url: app.baseUrl }]);
          await forget(page);
          await openScreen(page, screen, stage, locale);
          // Each theme at one width: what a theme changes is the same at each. The second language has the longer
          // words, and is looked at where there is least room.
          const looks = isFirst ? firstLooks : secondLooks;
          for (const { width, colorScheme } of looks) {
            await page.setViewportSize({ width, height: 900 });
            await page.emulateMedia({ colorScheme });
            await settle(page);
            const options = isFirst ? {} : { without: colourRules };
            await expectNoViolations(page, `${locale}, ${colorScheme}, ${width}`, options);
          }
        }
      });
    }
  });
}

/** Leaves the page that was open, and what it kept in the browser, such as drafts. */
async function forget(page: Page): Promise<void> {
  await page.goto("/robots.txt");
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
}
