import { teaShop } from "@/prisma/demo/tea-shop";
import { expect, test } from "./fixtures";
import { widgetOn } from "./widget/fixtures";

const documentText = (title: string) => {
  const document = teaShop.documents.find((candidate) => candidate.title === title);
  if (!document) throw new Error(`the demo has no document ${title}`);
  return document.content;
};

test("@phone a visitor asks on the demo page and reads an answer with a quote that stands in the document; the agent sees it within a second", async ({
  page,
  pageAs,
}) => {
  const agent = await pageAs("agent");
  await agent.goto("/chats");
  await expect(agent.getByRole("status").getByText("即時")).toBeVisible();

  await page.goto("/demo");
  const widget = widgetOn(page);
  await widget.open();
  await widget.ask("可以退貨嗎？");
  const chips = widget.log.getByRole("button", { name: "退貨與換貨" });
  await expect(chips.first()).toBeVisible();
  const newest = agent.getByRole("listitem").first();
  await expect(newest).toContainText("機器人", { timeout: 1_000 });

  await chips.first().click();
  const quote = (await widget.log.locator("blockquote:visible").innerText()).trim();
  expect(quote.length).toBeGreaterThan(5);
  expect(documentText("退貨與換貨")).toContain(quote);

  await newest.getByRole("link").click();
  const log = agent.getByRole("log");
  await expect(log.getByText("可以退貨嗎？")).toBeVisible();

  await widget.ask("你們總統是誰？");
  await expect(widget.log.getByText("找不到答案")).toBeVisible();
  await expect(log.getByText("你們總統是誰？")).toBeVisible({ timeout: 1_000 });
  await expect(log.getByText("沒答出來")).toBeVisible({ timeout: 1_000 });
  await expect(log.getByRole("listitem").filter({ hasText: "可以退貨嗎？" })).toHaveCount(1);
});

test("the conversation is there again after the visitor went to another page", async ({ page }) => {
  await page.goto("/demo");
  const widget = widgetOn(page);
  await widget.open();
  await widget.ask("冷泡茶要泡幾個小時？");
  await expect(widget.bubbles.nth(2)).toBeVisible();
  await page.goto("/demo?again");
  const again = widgetOn(page);
  await expect(again.log.getByText("冷泡茶要泡幾個小時？")).toBeAttached();
});

test("two questions at once in one chat are both there, each with its own answer", async ({
  app,
  pageAs,
}) => {
  const chatId = "web_aaaaaaaa00000001";
  const ask = (message: string) =>
    fetch(`${app.baseUrl}/api/widget/message`, {
      method: "POST",
      body: JSON.stringify({ token: app.demo.bots[0].token, message, chat_id: chatId }),
    });
  const answers = await Promise.all(["運費多少？", "可以刷卡嗎？"].map(ask));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const page = await pageAs("agent");
  await page.goto("/chats");
  await page.getByRole("link", { name: /訪客 0001/ }).click();
  const log = page.getByRole("log");
  await expect(log.getByText("運費多少？")).toHaveCount(1);
  await expect(log.getByText("可以刷卡嗎？")).toHaveCount(1);
  await expect(log.getByText(/^把握/)).toHaveCount(2);
});
