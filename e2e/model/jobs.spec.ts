import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/support/start-fixtures";
import { createTeam } from "@/e2e/support/team";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { startOpenAiServer } from "@/test/openai-server";

test.setTimeout(120_000);

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

test("the owner sees what failed and why, and has it tried again by the keyboard", async ({
  start,
  browser,
}) => {
  const { jobs: words, team: teamWords } = getCatalog("zh-TW");
  const model = await startOpenAiServer();
  model.embed({ status: 401 });
  const baseUrl = await start({
    OPENAI_API_KEY: "test-key",
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_EMBEDDING_MODEL: "small",
    SEED_DEMO: "0",
  }).ready;
  const { bot, owner, addDocument } = await createTeam(baseUrl);
  const context = await browser.newContext({
    baseURL: baseUrl,
    locale: "zh-TW",
    extraHTTPHeaders: { cookie: owner.cookie },
  });
  const page = await context.newPage();
  await page.goto("/team");
  await page
    .getByRole("navigation", { name: teamWords.title })
    .getByRole("link", { name: words.title })
    .click();
  await expect(page.getByRole("main")).toContainText(words.none);
  await addDocument("運費", "每筆訂單的運費是 80 元。");
  const row = page.getByRole("main").getByRole("listitem").filter({ hasText: bot.name });
  await expect(async () => {
    await page.reload();
    await expect(row).toContainText(words.faults.model_key_refused, { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expect(row).toContainText(words.waitsForRetry);
  await expectNoViolations(page);

  model.reset();
  await row.getByRole("button", { name: words.retryLabel(words.names["embed-bot"]) }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(words.retried)).toBeVisible();
  // The page follows by itself.
  await expect(row).toContainText(words.states.done, { timeout: 30_000 });
  await expect(row.getByRole("button")).toHaveCount(0);
  expect(model.embeddings.length).toBeGreaterThan(0);
  await expectNoViolations(page);
  await context.close();
  await model.close();
});

async function expectNoViolations(page: Page): Promise<void> {
  await page.evaluate(axe);
  const violations = await page.evaluate(async (only) => {
    const result = await Reflect.get(window, "axe").run(document, { runOnly: only });
    return result.violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => [
      id,
      nodes.map(({ html }) => html),
    ]);
  }, tags);
  expect(violations).toEqual([]);
}
