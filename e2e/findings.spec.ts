import { expect, test } from "./support/fixtures";

/** The job looks every 20 seconds. */
const found = { timeout: 60_000 };

test("what disagrees is shown side by side, settled with one click, undone, and let stand @phone", async ({
  team,
  pageOf,
}) => {
  test.setTimeout(180_000);
  await team.addDocument("收費說明", "掛號費 150 元。\n\n初診請帶健保卡。");
  const second = await team.addDocument("常見問題", "掛號費一律 200 元。\n\n早鳥優惠至 2020/8/31 止。");
  const page = await pageOf(team.owner);
  const knowledge = `/bots/${team.bot.id}/knowledge`;
  await page.goto(`${knowledge}/check`);
  await expect(page.getByRole("heading", { name: "2 處" })).toBeVisible(found);
  await page.goto(knowledge);
  await page.getByRole("link", { name: "需要看看 2" }).click();
  await expect(page.getByRole("heading", { name: "需要看看的內容" })).toBeVisible();

  const fee = page.getByRole("listitem").filter({ hasText: "說法不一" });
  await expect(fee.locator("mark")).toHaveText(["150 元", "200 元"]);
  await fee.getByRole("button", { name: "留這個：收費說明" }).click();
  await expect(page.getByText("「常見問題」已改成一樣，存成第 2 版。")).toBeVisible();
  await expect(fee).toHaveCount(0);
  await page.getByRole("button", { name: "復原" }).click();
  await expect(page.getByText("「常見問題」已換回原來的內容。")).toBeVisible();
  await expect(fee).toHaveCount(1, found);

  await fee.getByRole("button", { name: "兩個都對" }).click();
  await expect(fee).toHaveCount(0);
  // On a phone the toast lies over the end of the page.
  const said = page.getByRole("status").locator("> div").filter({ hasText: "之後不再提醒這一處" });
  await said.getByRole("button", { name: "關閉通知" }).click();
  await expect(said).toHaveCount(0);
  const over = page.getByRole("listitem").filter({ hasText: "日期已過" });
  await expect(over).toContainText("到 2020-08-31 為止");
  await over.getByRole("button", { name: "停用這份：常見問題" }).click();
  await expect(over).toHaveCount(0);
  await page.getByRole("button", { name: "復原" }).click();
  await over.getByRole("button", { name: "拿掉這一句" }).click();
  await expect(page.getByText("沒有需要看看的內容")).toBeVisible();

  await page.goto(`${knowledge}/${second}`);
  await expect(page.getByLabel("內容", { exact: true })).toHaveValue("掛號費一律 200 元。\n");
});

test("an agent sees what was found, and settles nothing; its document tells of it", async ({
  team,
  pageOf,
}) => {
  test.setTimeout(120_000);
  const document = await team.addDocument("最新消息", "全館特價至 2020/8/30 止。\n\n每週三開放參觀。");
  const page = await pageOf(await team.addMember("agent"));
  await page.goto(`/bots/${team.bot.id}/knowledge/check?document=${document}`);
  const over = page.getByRole("listitem").filter({ hasText: "日期已過" });
  await expect(over.locator("mark")).toHaveText("2020/8/30", found);
  await expect(over.getByRole("button")).toHaveCount(0);
  await page.goto(`/bots/${team.bot.id}/knowledge/${document}`);
  await expect(page.getByText("這份文件有 1 處需要看看。")).toBeVisible();
});
