import { addFile } from "./support/add-file";
import { expectNoViolations } from "./support/expect-no-violations";
import { expect, test } from "./support/fixtures";

test("@phone an owner says which column of a sheet is the question and which the answer, and sees which rows are left out", async ({
  app,
  team,
  pageOf,
  post,
}) => {
  test.setTimeout(180_000);
  const rows = [
    ["客人說", "別的說法", "我們說", "內部備註"],
    ["離島運費多少？", "寄到澎湖要多少", "離島運費一百二十元。", "問倉庫"],
    ["可以退貨嗎？", "", "", ""],
    ["離島運費多少？", "", "兩百元。", ""],
    ["門市幾點開門？", "", "門市每天十點開門。", ""],
  ];
  const content = new TextEncoder().encode(rows.map((row) => row.join(",")).join("\n"));
  const sent = await addFile(app.baseUrl, { bot: team.bot, by: team.owner, name: "客服問答.csv", content });
  expect(sent.status).toBe(201);
  const page = await pageOf(team.owner);
  await page.goto(`/bots/${team.bot.id}/knowledge`);
  await expect(page.getByRole("button", { name: "發布：客服問答.csv" })).toBeVisible({ timeout: 60_000 });
  await page.getByRole("link", { name: "客服問答.csv" }).click();

  await expect(page.getByRole("heading", { name: "這是問答表嗎？" })).toBeVisible();
  // What is asked most is guessed to be the question.
  await expect(page.getByLabel("「客人說」是")).toHaveValue("question");
  await page.getByLabel("「我們說」是").selectOption("answer");
  await page.getByLabel("「別的說法」是").selectOption("ask");
  await page.getByLabel("「內部備註」是").selectOption("ignore");
  await page.getByRole("button", { name: "照這樣讀" }).click();
  await expect(page.getByText("現在照你選的欄位讀成問答。")).toBeVisible({ timeout: 60_000 });
  await page.getByText("要注意的地方 (2)").click();
  await expect(page.getByRole("listitem").filter({ hasText: "第 3 列" })).toContainText("這一列沒有答案");
  await expect(page.getByRole("listitem").filter({ hasText: "第 4 列" })).toContainText("和上面某一列一樣");
  await expect(page.getByText("問倉庫")).toHaveCount(0);
  await expectNoViolations(page, "a sheet with its columns");

  await page.getByRole("button", { name: "發布", exact: true }).click();
  await expect(page.getByRole("link", { name: "客服問答", exact: true })).toBeVisible({ timeout: 60_000 });
  const answer = await post("message", { token: team.bot.token, message: "寄到澎湖要多少" });
  expect(await answer.text()).toContain("離島運費一百二十元");
});
