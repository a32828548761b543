import { expectNoViolations } from "@/e2e/support/expect-no-violations";
import { newContext } from "@/e2e/support/new-context";
import { runScript } from "@/e2e/support/servers/run-script";
import { expect, test } from "@/e2e/support/servers/start-fixtures";
import { createTeam } from "@/e2e/support/team";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { startOpenAiServer } from "@/test/servers/openai-server";

test("the owner sees what failed and why, and has it tried again by the keyboard; whoever runs the server sees all", async ({
  dataDir,
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
  const { bot, owner, name, addDocument } = await createTeam(baseUrl);
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

  const jobs = (...args: string[]) => runScript("jobs", args, { DATA_DIR: dataDir });
  const seen = await jobs();
  expect(seen.code).toBe(0);
  expect(seen.output).toMatch(
    new RegExp(`^waiting +embed-bot +[0-9a-f-]{36}  of ${name}, model_key_refused after `, "m"),
  );
  expect(seen.output).toMatch(
    /^(done|running|waiting) +upkeep +[0-9a-f-]{36} {2}the installation's, .*due /m,
  );
  const [, upkeep = ""] = / upkeep +([0-9a-f-]{36})/.exec(seen.output) ?? [];
  expect((await jobs("--retry", upkeep.replace(/^./, "f"))).code).toBe(1);
  expect(await jobs("--retry", "failed")).toEqual({ code: 0, output: "No job has failed.\n" });

  await row.getByRole("button", { name: words.retryLabel(words.names["embed-bot"]) }).focus();
  // Not before: a try of its own that came meanwhile would leave nothing to try.
  model.reset();
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
