import { randomUUID } from "node:crypto";
import { expect, test } from "./support/fixtures";
import { widgetOn } from "./widget/fixtures";

test("an owner signs up, makes a bot, feeds it a document, tries it, and sees the chat", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel("你的名字").fill("李小梅");
  await page.getByLabel("團隊名稱").fill("梅子文具");
  await page.getByLabel("電子郵件").fill(`${randomUUID()}@example.com`);
  await page.getByLabel("密碼", { exact: true }).fill("rain on the tin roof");
  await page.getByRole("button", { name: "註冊" }).click();
  await page.waitForURL((url) => url.pathname === "/bots");

  await page.getByRole("link", { name: "建立機器人" }).first().click();
  await page.getByLabel("名稱").fill("文具小幫手");
  await page.getByRole("button", { name: "建立" }).click();
  await page.waitForURL(/\/bots\/[0-9a-f-]{36}/);
  const botPath = /\/bots\/[0-9a-f-]{36}/.exec(page.url())?.[0] ?? "";

  await page.goto(`${botPath}/knowledge/new`);
  await page.getByLabel("標題").fill("刻字服務");
  await page
    .getByLabel("內容", { exact: true })
    .fill("鋼筆可以免費刻字，最多八個字。\n刻字需要三個工作天，刻好後不能退貨。");
  await page.getByRole("button", { name: "儲存" }).click();
  await expect(page.getByText("已儲存，現在就能回答。")).toBeVisible();

  await page.goto(`${botPath}/try`);
  const widget = widgetOn(page);
  await widget.open();
  await widget.ask("鋼筆刻字要幾天？");
  await expect(widget.log.getByText("刻字需要三個工作天").first()).toBeVisible();

  await page.goto("/chats");
  await expect(page.getByRole("listitem")).toHaveCount(1);
  await page.getByRole("listitem").getByRole("link").click();
  await expect(page.getByRole("log").getByText("鋼筆刻字要幾天？")).toBeVisible();
});

test("an owner sets theme, language, quick questions, sources, the person and how long chats are kept", async ({
  app,
  team,
  pageOf,
}) => {
  const page = await pageOf(team.owner);
  const config = async (): Promise<unknown> =>
    (await fetch(`${app.baseUrl}/api/widget/config?token=${team.bot.token}`)).json();
  const botPath = `/bots/${team.bot.id}`;

  await page.goto(`${botPath}/appearance`);
  const preview = page.getByRole("region", { name: /的預覽$/ });
  await page.getByRole("radio", { name: "暗色" }).check({ force: true });
  await page.getByLabel("語言").selectOption("ja");
  await page.getByLabel("快速提問").fill("一\n二\n三\n四\n五");
  await expect(preview.getByText("五", { exact: true })).toBeAttached();
  await page.getByRole("switch", { name: "顯示出處" }).uncheck();
  await page.getByRole("button", { name: "儲存" }).click();
  await expect(page.getByText("最多 4 題，現在 5 題。")).toBeVisible();
  await page.getByLabel("快速提問").fill(" 要預約嗎？\n\n停車方便嗎？ ");
  await page.getByRole("button", { name: "儲存" }).click();
  await expect(page.getByText("外觀已儲存")).toBeVisible();

  await page.goto(`${botPath}/settings`);
  await page.getByRole("switch", { name: "讓訪客找真人" }).uncheck();
  await page.getByRole("button", { name: "儲存" }).first().click();
  await expect(page.getByText("已儲存")).toBeVisible();
  await page.getByLabel("多久沒有動靜就刪除").selectOption("90");
  await page.getByRole("button", { name: "儲存" }).last().click();
  await expect(page.getByText("已儲存")).toHaveCount(2);
  await expect.poll(config).toMatchObject({
    config: {
      theme: "dark",
      locale: "ja",
      suggestions: ["要預約嗎？", "停車方便嗎？"],
      show_sources: false,
      person: false,
      retention_days: 90,
    },
  });
});
