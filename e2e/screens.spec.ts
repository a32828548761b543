import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { locales } from "@/lib/i18n/locale";
import { openScreen } from "./screens/open-screen";
import { notScreens, screens } from "./screens/screens";
import { settle } from "./screens/settle";
import { type Stage, setStage } from "./screens/stage";
import { test as base, expect } from "./support/fixtures";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What a theme changes. */
const colourRules = ["color-contrast", "link-in-text-block"];

const test = base.extend<object, { stage: Stage }>({
  stage: [
    async ({ browser, app }, use) => use(await setStage(browser, app)),
    { scope: "worker", timeout: 180_000 },
  ],
});

test.describe.configure({ timeout: 120_000 });

test("every file under app/ that draws a page is the subject of a screen", () => {
  const files = globSync("app/**/{page,not-found,forbidden,unauthorized,error,global-error}.tsx").map(
    (file) => file.replaceAll("\\", "/"),
  );
  const seen = new Set([...screens.map(({ file }) => file), ...Object.keys(notScreens)]);
  expect(files.filter((file) => !seen.has(file))).toEqual([]);
  const names = screens.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

for (const screen of screens) {
  test(`axe finds nothing on ${screen.name}`, async ({ newPage, app, stage, faults }) => {
    faults.expect(/status of 4\d\d/);
    for (const locale of locales) {
      const storageState = stage.signedIn[screen.viewer];
      const page = await newPage({ storageState, reducedMotion: "reduce" });
      await page.context().addCookies([{ name: "locale", value: locale, url: app.baseUrl }]);
      await openScreen(page, screen, stage, locale);
      // Evaluated and not added as a script: the pages' policy lets none in.
      await page.evaluate(axe);
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme: "light" });
        await expectNoViolations(page, `${locale}, light, ${width}`, { type: "tag", values: tags });
        await page.emulateMedia({ colorScheme: "dark" });
        await expectNoViolations(page, `${locale}, dark, ${width}`, { type: "rule", values: colourRules });
      }
      await page.context().close();
    }
  });
}

async function expectNoViolations(
  page: Page,
  state: string,
  runOnly: { type: "tag" | "rule"; values: string[] },
): Promise<void> {
  await settle(page);
  const { violations, passes, incomplete } = await page.evaluate<AxeResults, typeof runOnly>(
    (only) => Reflect.get(window, "axe").run(document, { runOnly: only }),
    runOnly,
  );
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(" ")}\n  ${failureSummary}`),
  );
  expect(found, `${state}: ${found.join("\n")}`).toEqual([]);
  // Colours over a dialog's shade are left undecided: those count as looked at.
  expect(passes.length + incomplete.length, `${state}: axe looked at something`).toBeGreaterThan(0);
}
