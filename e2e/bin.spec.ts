import { expect, test } from "./support/fixtures";

test("several deleted documents can each be undone, and the bin brings back the rest", async ({
  team,
  pageOf,
  post,
}) => {
  await team.addDocument("運費", "滿千免運，離島加收一百二十元。");
  await team.addDocument("退貨", "收到後七天內可以退貨。");
  const page = await pageOf(team.owner);
  const knowledge = `/bots/${team.bot.id}/knowledge`;
  await page.goto(knowledge);
  for (const title of ["運費", "退貨"]) {
    await page.getByRole("button", { name: `更多動作：${title}` }).click();
    await page.getByRole("button", { name: "刪除文件" }).click();
    await expect(page.getByText(`《${title}》移到回收桶了`)).toBeVisible();
  }
  const ask = async () => {
    const answer = await post("message", { token: team.bot.token, message: "離島運費多少？" });
    return await answer.text();
  };
  expect(await ask()).not.toContain("一百二十元");

  const toast = page.getByRole("status").locator("> div").filter({ hasText: "《退貨》移到回收桶了" });
  await toast.getByRole("button", { name: "復原" }).click();
  await expect(page.getByRole("link", { name: "退貨" })).toBeVisible();
  await page.getByRole("link", { name: "回收桶" }).click();
  await page.getByRole("button", { name: "復原「運費」" }).click();
  await expect(page.getByText("「運費」回來了")).toBeVisible();
  await expect(page.getByText("沒有刪除的文件。")).toBeVisible();
  expect(await ask()).toContain("一百二十元");
});

test("an owner deletes a document for good; an editor can't", async ({ team, pageOf }) => {
  const documentId = await team.addDocument("舊公告", "去年的事。");
  const owner = await pageOf(team.owner);
  const editor = await pageOf(await team.addMember("editor"));
  const bin = `/bots/${team.bot.id}/knowledge/bin`;
  await owner.goto(`/bots/${team.bot.id}/knowledge/${documentId}`);
  await owner.getByRole("button", { name: "刪除文件" }).click();
  await owner.waitForURL(/\/knowledge$/);
  await editor.goto(bin);
  await expect(editor.getByText("舊公告")).toBeVisible();
  await expect(editor.getByRole("button", { name: "永久刪除「舊公告」" })).toHaveCount(0);
  await owner.goto(bin);
  await expect(owner.getByText(/30 天後|29 天後/)).toBeVisible();
  await owner.getByRole("button", { name: "永久刪除「舊公告」" }).click();
  await owner.getByRole("dialog").getByRole("button", { name: "永久刪除" }).click();
  await expect(owner.getByText("沒有刪除的文件。")).toBeVisible();
  await editor.getByRole("button", { name: "復原「舊公告」" }).click();
  await expect(editor.getByText("找不到這筆資料")).toBeVisible();
});

test("a deleted bot is gone at once, for Back and for its widget, and comes back whole", async ({
  app,
  team,
  pageOf,
  faults,
}) => {
  faults.expect(/status of 404/);
  await team.addDocument("運費", "滿千免運。");
  const page = await pageOf(team.owner);
  const config = async () => (await fetch(`${app.baseUrl}/api/widget/config?token=${team.bot.token}`)).status;
  await page.goto("/bots");
  await page.getByRole("link", { name: team.bot.name }).click();
  await page.getByRole("link", { name: "設定" }).click();
  await page.getByLabel(`輸入「${team.bot.name}」以確認`).fill(team.bot.name);
  await page.getByRole("button", { name: "刪除機器人" }).click();
  await page.waitForURL((url) => url.pathname === "/bots");
  const done = page.getByText(`「${team.bot.name}」移到回收桶了`);
  await expect(done).toBeVisible();
  expect(await config()).toBe(404);

  await page.goBack();
  await expect(page.getByRole("button", { name: "刪除機器人" })).toHaveCount(0);
  await expect(page.getByText("找不到這一頁")).toBeVisible();

  await page.goto("/bots/bin");
  await page.getByRole("button", { name: `復原「${team.bot.name}」` }).click();
  await expect(page.getByText(`「${team.bot.name}」回來了`)).toBeVisible();
  expect(await config()).toBe(200);
  await page.goto(`/bots/${team.bot.id}/knowledge`);
  await expect(page.getByRole("link", { name: "運費" })).toBeVisible();
});

test("the notice after deleting a bot brings it back", async ({ team, pageOf }) => {
  const page = await pageOf(team.owner);
  await page.goto(`/bots/${team.bot.id}/settings`);
  await page.getByLabel(`輸入「${team.bot.name}」以確認`).fill(team.bot.name);
  await page.getByRole("button", { name: "刪除機器人" }).click();
  await page.waitForURL((url) => url.pathname === "/bots");
  await page.getByRole("button", { name: "復原" }).click();
  await expect(page.getByText(`「${team.bot.name}」回來了`)).toBeVisible();
  await expect(page.getByRole("link", { name: team.bot.name })).toBeVisible();
});

test("a version is read and compared before it is brought back", async ({ team, pageOf }) => {
  const documentId = await team.addDocument("運費", "滿千免運。\n離島另計。");
  const page = await pageOf(team.owner);
  await page.goto(`/bots/${team.bot.id}/knowledge/${documentId}`);
  await page.getByLabel("內容", { exact: true }).fill("滿八百免運。\n離島另計。");
  await page.getByRole("button", { name: "儲存" }).click();
  await expect(page.getByText("第 2 版").first()).toBeVisible();
  await page.getByRole("link", { name: "看內容和差別：第 1 版" }).click();
  await expect(page.getByRole("heading", { name: "運費 · 第 1 版" })).toBeVisible();
  await expect(page.locator("del")).toHaveText("千");
  await expect(page.locator("ins")).toHaveText("八百");
  await expect(page.getByText(team.owner.name).first()).toBeVisible();
  await page.getByRole("link", { name: "全文" }).click();
  await expect(page.getByText("滿千免運。")).toBeVisible();
  await page.getByRole("button", { name: "換回這一版" }).click();
  await expect(page.getByText("內容已換回，存成第 3 版。")).toBeVisible();
  await expect(page.getByLabel("內容", { exact: true })).toHaveValue("滿千免運。\n離島另計。");
});
