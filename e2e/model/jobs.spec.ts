import { expectNoViolations } from "@/e2e/support/expect-no-violations";
import { newContext } from "@/e2e/support/new-context";
import { expect, test } from "@/e2e/support/start-fixtures";
import { createTeam } from "@/e2e/support/team";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { startOpenAiServer } from "@/test/openai-server";

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
  const context = await newContext(browser, {
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
  await expectNoViolations(page, "a failed job");

  model.reset();
  await row.getByRole("button", { name: words.retryLabel(words.names["embed-bot"]) }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(words.retried)).toBeVisible();
  // The page follows by itself.
  await expect(row).toContainText(words.states.done, { timeout: 30_000 });
  await expect(row.getByRole("button")).toHaveCount(0);
  expect(model.embeddings.length).toBeGreaterThan(0);
  await expectNoViolations(page, "tried again");
  await context.close();
  await model.close();
});
