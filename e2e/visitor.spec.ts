import type { Page } from "@playwright/test";
import { z } from "zod";
import { expect, test } from "./support/fixtures";
import { openShop } from "./support/open-shop";
import { recordText } from "./support/record-text";
import { widgetOn } from "./widget/fixtures";

const title = "退貨辦法";
const content = "收到商品七天內可以退貨。\n退貨的運費由我們負擔，不必說明理由。";
/** Staff see what happens while it happens; how fast that is, the live bench measures. */
const soonMs = 5_000;

test("@phone a visitor asks and reads an answer with a quote that stands in the document; the agent sees it happen", async ({
  page,
  app,
  team,
  pageOf,
}) => {
  await team.addDocument(title, content);
  const agent = await pageOf(await team.addMember("agent"));
  await agent.goto("/chats");
  await expect(agent.getByRole("status").getByText("即時")).toBeVisible();
  const listed = await recordText(agent, "main ul");

  await openShop(page, app, team.bot);
  const widget = widgetOn(page);
  await widget.open();
  const read = await recordText(page, "[role=log]", "dawen-widget");
  const chatId = await ask(page, "可以退貨嗎？");
  const chips = widget.log.getByRole("button", { name: title });
  await expect(chips.first()).toBeVisible();
  const visitor = `訪客 ${chatId.slice(-4).toUpperCase()}`;
  const readAt = await read((text) => text.includes(title));
  expect((await listed((text) => text.includes(visitor))) - readAt).toBeLessThan(soonMs);

  await chips.first().click();
  const quote = (await widget.log.locator("blockquote:visible").innerText()).trim();
  expect(quote.length).toBeGreaterThan(5);
  expect(content).toContain(quote);

  await agent.getByRole("listitem").filter({ hasText: visitor }).getByRole("link").click();
  const log = agent.getByRole("log");
  await expect(log.getByText("可以退貨嗎？")).toBeVisible();
  const written = await recordText(agent, "[role=log]");

  await ask(page, "你們總統是誰？");
  await expect(widget.log.getByText("找不到答案")).toBeVisible();
  const refusedAt = await read((text) => text.includes("找不到答案"));
  const shownAt = await written((text) => text.includes("你們總統是誰？") && text.includes("沒答出來"));
  expect(shownAt - refusedAt).toBeLessThan(soonMs);
  await expect(log.getByRole("listitem").filter({ hasText: "可以退貨嗎？" })).toHaveCount(1);
});

/**
 * Asks in the open widget; gives the chat's id once the answer comes. The widget reads a stream up to its last event,
 * not to its end.
 */
async function ask(page: Page, question: string): Promise<string> {
  const asking = page.waitForRequest("**/api/widget/message");
  await widgetOn(page).ask(question);
  const request = await asking;
  await request.response();
  return z.object({ chat_id: z.string() }).parse(request.postDataJSON()).chat_id;
}

test("@phone the demo shop's own bot answers a question that it suggests", async ({ page }) => {
  await page.goto("/demo");
  const widget = widgetOn(page);
  await widget.open();
  await widget.panel.locator(".suggestions button").first().click();
  await expect(widget.bubbles.nth(2)).toBeVisible();
  await expect(widget.log.locator("blockquote").first()).toBeAttached();
});

test("the conversation is there again after the visitor went to another page", async ({
  page,
  app,
  team,
}) => {
  await openShop(page, app, team.bot);
  const widget = widgetOn(page);
  await widget.open();
  await widget.ask("可以退貨嗎？");
  await expect(widget.bubbles.nth(2)).toBeVisible();
  await page.goto("/demo?again");
  const again = widgetOn(page);
  await expect(again.log.getByText("可以退貨嗎？")).toBeAttached();
});

test("two questions at once in one chat are both there, each with its own answer", async ({
  team,
  post,
  pageOf,
}) => {
  const chatId = "web_aaaaaaaa00001234";
  const ask = (message: string) => post("message", { token: team.bot.token, message, chat_id: chatId });
  const answers = await Promise.all(["運費多少？", "可以刷卡嗎？"].map(ask));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const page = await pageOf(team.owner);
  await page.goto("/chats");
  await page.getByRole("link", { name: "訪客 1234" }).click();
  const log = page.getByRole("log");
  await expect(log.getByText("運費多少？")).toHaveCount(1);
  await expect(log.getByText("可以刷卡嗎？")).toHaveCount(1);
  await expect(log.getByText("沒答出來")).toHaveCount(2);

  // What a chat keeps of why, and the way to all of it.
  const why = log.locator("details", { hasText: "當時的把握" }).first();
  await why.getByText("為什麼").click();
  await expect(why.getByText(/^當時的把握：/)).toBeVisible();
  await why.getByRole("link", { name: "再問一次" }).click();
  await expect(page.getByLabel("問題")).toHaveValue(/運費多少？|可以刷卡嗎？/);
  await page.getByRole("button", { name: "問", exact: true }).click();
  await expect(page.getByText("老實說找不到，不亂猜。")).toBeVisible();
});

test("@phone a number that a visitor leaves stands above the chat, ready to be called", async ({
  team,
  post,
  pageOf,
}) => {
  const message = "請回電給我 0912-345-678 分機 12，或寫信到 ming@example.com";
  const answer = await post("message", { token: team.bot.token, message, chat_id: "web_aaaaaaaa00005678" });
  expect(await answer.text()).toContain("收到，你的聯絡方式已經交給我們的人員。");
  const page = await pageOf(team.owner);
  await page.goto("/chats");
  await page.getByRole("link", { name: "訪客 5678" }).click();
  await expect(page.getByText("訪客留下的聯絡方式，未驗證")).toBeVisible();
  await expect(page.getByRole("link", { name: "0912-345-678 分機 12", exact: true })).toHaveAttribute(
    "href",
    "tel:0912345678;ext=12",
  );
  await expect(page.getByRole("link", { name: "ming@example.com", exact: true }).first()).toHaveAttribute(
    "href",
    "mailto:ming@example.com",
  );
});
