import { expect, test } from "@/e2e/support/fixtures";
import { openShop } from "@/e2e/support/open-shop";
import { widgetOn } from "@/e2e/widget/fixtures";

test("@phone an owner says when somebody is there, and a visitor who asks outside of it reads when that is", async ({
  page,
  app,
  team,
  pageOf,
  isMobile,
  faults,
}) => {
  test.slow();
  faults.expect(/status of 400/);
  const owner = await pageOf(team.owner);
  await owner.goto(`/bots/${team.bot.id}/settings`);
  const card = owner.locator("section").filter({ hasText: "真人服務時間" });
  await card.getByRole("switch", { name: "設定服務時間" }).click();
  await card.getByLabel("週一").fill("九點到五點");
  await card.getByLabel("特別的日子").fill("過年休息");
  await card.getByRole("button", { name: "儲存" }).click();
  await expect(card).toContainText("看不懂這個時間");
  await expect(card).toContainText("第 1 行看不懂");
  for (const day of ["週一", "週二", "週三", "週四", "週五", "週六", "週日"])
    await card.getByLabel(day).fill("0點到24點");
  // In UTC no day of this year is left.
  const year = new Date().getUTCFullYear();
  await card.getByLabel("特別的日子").fill(`${year}-01-01～${year + 1}-12-30 整修`);
  await card.getByLabel("時區").selectOption("UTC");
  await card.getByLabel("隱私權政策網址").fill("https://shop.example/privacy");
  await card.getByRole("button", { name: "儲存" }).click();
  await expect(card).toContainText("已儲存");
  await owner.reload();
  await expect(card.getByLabel("週一")).toHaveValue("00:00-24:00");
  await expect(card).toContainText("現在沒有服務");

  await openShop(page, app, team.bot);
  const widget = widgetOn(page);
  await widget.open();
  await widget.ask("我要找真人客服");
  await expect(widget.bubbles.last()).toContainText("已經記下你想找真人。現在不是服務時間");
  await expect(widget.panel.getByRole("status").filter({ hasText: "現在不是服務時間" })).toBeVisible();

  const form = widget.log.locator("form");
  await form.getByLabel("怎麼稱呼").fill("小明");
  await form.getByLabel("電話或 Email").fill("0912-ABC");
  await form.getByLabel("想問什麼").fill("可以改地址嗎？");
  await form.getByLabel("我同意").check();
  await expect(form.getByRole("link", { name: "隱私權政策" })).toHaveAttribute(
    "href",
    "https://shop.example/privacy",
  );
  await form.getByRole("button", { name: "送出" }).click();
  await expect(form.getByRole("alert")).toContainText("電話裡有文字");
  await form.getByLabel("電話或 Email").fill("0912-345-678");
  await form.getByRole("button", { name: "送出" }).click();
  await expect(widget.bubbles.last()).toContainText("你的聯絡方式已經交給我們的人員");
  await expect(form).toBeHidden();
  await page.reload();
  await expect(form).toBeHidden();

  await owner.goto("/chats");
  await owner.getByRole("listitem").filter({ hasText: "可以改地址嗎" }).getByRole("link").click();
  await expect(owner.getByRole("link", { name: "0912-345-678", exact: true })).toBeVisible();
  if (isMobile) await owner.locator("summary").filter({ hasText: "訪客資料" }).click();
  await expect(owner.getByText("「我同意用這些資料跟我聯絡」")).toBeVisible();
  await expect(owner.getByRole("link", { name: "當時的隱私權政策" })).toHaveAttribute(
    "href",
    "https://shop.example/privacy",
  );
  await owner.getByRole("button", { name: "接手" }).click();
  if (isMobile) await widget.open();
  await expect(widget.panel.getByText("在這裡回覆你")).toBeVisible();
});

test("numbers that name a person reach staff masked, unless the owner switches that off", async ({
  team,
  post,
  pageOf,
}) => {
  const { token } = team.bot;
  const ask = async (chat_id: string, message: string) =>
    expect((await post("message", { token, chat_id, message })).status).toBe(200);
  await ask("web_00000000e101", "我的身分證是 A123456789");
  const page = await pageOf(team.owner);
  await page.goto("/chats");
  const rows = page.getByRole("region", { name: "對話", exact: true }).getByRole("listitem");
  await rows.filter({ hasText: "A••••••789" }).getByRole("link").click();
  await expect(page.getByRole("log")).toContainText("我的身分證是 A••••••789");
  await expect(page.getByRole("log")).toContainText("有遮住的個資號碼");

  await page.goto(`/bots/${team.bot.id}/settings`);
  const card = page.locator("section").filter({ hasText: "遮住個資號碼" });
  await card.getByRole("switch", { name: "遮住個資號碼" }).uncheck();
  await card.getByRole("button", { name: "儲存" }).click();
  await expect(card).toContainText("已儲存");
  await ask("web_00000000e102", "我的身分證是 B123456780");
  await page.goto("/chats");
  await expect(rows.filter({ hasText: "B123456780" })).toBeVisible();
});
