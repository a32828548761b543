import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { z } from "zod";
import { teaShop } from "@/prisma/demo/tea-shop";
import { expect, test } from "./fixtures";
import { recordText } from "./record-text";
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
  const listed = await recordText(agent, "main ul");

  await page.goto("/demo");
  const widget = widgetOn(page);
  await widget.open();
  const read = await recordText(page, "[role=log]", "dawen-widget");
  const chatId = await ask(page, "可以退貨嗎？");
  const chips = widget.log.getByRole("button", { name: "退貨與換貨" });
  await expect(chips.first()).toBeVisible();
  const visitor = `訪客 ${chatId.slice(-4).toUpperCase()}`;
  const answered = new RegExp(`${visitor}[^訪]*機器人`);
  const readAt = await read((text) => text.includes("退貨與換貨"));
  expect((await listed((text) => answered.test(text))) - readAt).toBeLessThan(1_000);

  await chips.first().click();
  const quote = (await widget.log.locator("blockquote:visible").innerText()).trim();
  expect(quote.length).toBeGreaterThan(5);
  expect(documentText("退貨與換貨")).toContain(quote);

  await agent.getByRole("listitem").filter({ hasText: visitor }).getByRole("link").click();
  const log = agent.getByRole("log");
  await expect(log.getByText("可以退貨嗎？")).toBeVisible();
  const written = await recordText(agent, "[role=log]");

  await ask(page, "你們總統是誰？");
  await expect(widget.log.getByText("找不到答案")).toBeVisible();
  const refusedAt = await read((text) => text.includes("找不到答案"));
  const shownAt = await written((text) => text.includes("你們總統是誰？") && text.includes("沒答出來"));
  expect(shownAt - refusedAt).toBeLessThan(1_000);
  await expect(log.getByRole("listitem").filter({ hasText: "可以退貨嗎？" })).toHaveCount(1);
});

/** Asks in the open widget; gives the chat's id once the answer comes. The widget reads a stream up to its last event, not to its end. */
async function ask(page: Page, question: string): Promise<string> {
  const asking = page.waitForRequest("**/api/widget/message");
  await widgetOn(page).ask(question);
  const request = await asking;
  await request.response();
  return z.object({ chat_id: z.string() }).parse(request.postDataJSON()).chat_id;
}

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
  const label = randomBytes(2).toString("hex");
  const chatId = `web_aaaaaaaa0000${label}`;
  const ask = (message: string) =>
    fetch(`${app.baseUrl}/api/widget/message`, {
      method: "POST",
      body: JSON.stringify({ token: app.demo.bots[0].token, message, chat_id: chatId }),
    });
  const answers = await Promise.all(["運費多少？", "可以刷卡嗎？"].map(ask));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const page = await pageAs("agent");
  await page.goto("/chats");
  await page.getByRole("link", { name: `訪客 ${label.toUpperCase()}` }).click();
  const log = page.getByRole("log");
  await expect(log.getByText("運費多少？")).toHaveCount(1);
  await expect(log.getByText("可以刷卡嗎？")).toHaveCount(1);
  await expect(log.getByText(/^把握/)).toHaveCount(2);
});
