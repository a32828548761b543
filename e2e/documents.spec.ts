import { expectNoViolations } from "./support/expect-no-violations";
import { expect, test } from "./support/fixtures";

test("@phone an owner tags many documents, finds them by it, turns them off and on, and the address keeps it", async ({
  team,
  post,
  pageOf,
}) => {
  test.setTimeout(120_000);
  await team.addDocument("離島運費", "離島運費一百二十元。");
  await team.addDocument("門市時間", "門市每天十點開門。");
  for (const at of [1, 2, 3, 4]) await team.addDocument(`其他規定 ${at}`, `其他規定第 ${at} 條的內容。`);
  const page = await pageOf(team.owner);
  const knowledge = `/bots/${team.bot.id}/knowledge`;
  const rows = page.getByRole("table", { name: "文件" }).locator("tbody tr");
  const choose = (title: string) => page.getByRole("checkbox", { name: `選取：${title}` });
  const ask = async () =>
    JSON.parse(await (await post("message", { token: team.bot.token, message: "離島運費多少" })).text());
  expect(await ask()).toMatchObject({ answered: true });

  await page.goto(knowledge);
  await choose("離島運費").check();
  await choose("門市時間").check();
  await expect(page.getByText("選了 2 份")).toBeVisible();
  await page.getByRole("button", { name: "標籤", exact: true }).click();
  await page.getByRole("combobox", { name: "標籤" }).last().fill("門市");
  await page.getByRole("button", { name: "加上", exact: true }).click();
  await expect(page.getByText("2 份加上「門市」")).toBeVisible();
  await expect(rows.filter({ hasText: "離島運費" })).toContainText("門市");
  await expect(page.getByText("選了 2 份")).toHaveCount(0);

  await page.getByRole("combobox", { name: "標籤" }).selectOption("門市");
  await expect(page).toHaveURL(/\?tag=/);
  await expect(rows).toHaveCount(2);
  await page.reload();
  await expect(rows).toHaveCount(2);
  await expect(page.getByText("符合 2 份")).toBeVisible();
  await expectNoViolations(page, "the list, filtered");

  await choose("離島運費").check();
  await page.getByRole("button", { name: "停用", exact: true }).click();
  await expect(rows.filter({ hasText: "離島運費" })).toContainText("停用中");
  expect(await ask()).toMatchObject({ answered: false });
  await page.getByRole("combobox", { name: "狀態" }).selectOption("off");
  await expect(rows).toHaveCount(1);
  await page.getByRole("link", { name: "離島運費", exact: true }).click();
  await expect(page.getByText("停用中：內容和版本都留著")).toBeVisible();
  await page.getByRole("button", { name: "啟用", exact: true }).click();
  await expect(page.getByText("停用中：內容和版本都留著")).toHaveCount(0);
  expect(await ask()).toMatchObject({ answered: true });

  // On its own page a tag is added and taken off.
  await page.getByRole("button", { name: "加標籤" }).click();
  await page.getByRole("textbox", { name: "標籤，例如：退貨" }).fill("外島");
  await page.getByRole("button", { name: "加入", exact: true }).click();
  await expect(page.getByRole("button", { name: "拿掉「外島」" })).toBeVisible();
  await page.getByRole("button", { name: "拿掉「門市」" }).click();
  await expect(page.getByRole("button", { name: "拿掉「門市」" })).toHaveCount(0);
  await expectNoViolations(page, "a document with tags");
});

test("all that match are deleted at once, on every page of the list, and one click brings them back", async ({
  team,
  pageOf,
}) => {
  test.setTimeout(180_000);
  for (let at = 1; at <= 22; at++) await team.addDocument(`舊活動 ${at}`, `舊活動第 ${at} 檔。`);
  await team.addDocument("運費", "運費八十元。");
  const page = await pageOf(team.owner);
  await page.goto(`/bots/${team.bot.id}/knowledge?q=舊活動&sort=title`);
  const rows = page.getByRole("table", { name: "文件" }).locator("tbody tr");
  await expect(rows).toHaveCount(20);
  await expect(rows.nth(1)).toContainText("舊活動 2");
  const first = page.getByRole("checkbox", { name: "選取：舊活動 1", exact: true });
  await first.check();
  await page.getByRole("checkbox", { name: "選這一頁" }).check();
  await page.getByRole("button", { name: "選全部 22 份" }).click();
  await expect(page.getByText("選了 22 份")).toBeVisible();
  await page.getByRole("button", { name: "刪除", exact: true }).click();
  await expect(page.getByText("22 份移到回收桶了，留 30 天")).toBeVisible();
  await expect(rows).toHaveCount(0);
  await page.getByRole("button", { name: "復原" }).click();
  await expect(page.getByText("復原了 22 份")).toBeVisible();
  await expect(rows).toHaveCount(20);
  await page.getByRole("link", { name: "看全部" }).click();
  await expect(page.getByRole("heading", { name: "23 份文件" })).toBeVisible();
});
