import { expect, test } from "./fixtures";

test("a question is answered, with its further bubbles and its sources", async ({ visit, bot, page }) => {
  bot.answer = () => ({
    success: true,
    reply: "可以,**七天內**都能退。",
    extra_replies: [{ text: "運費由我們出。" }],
    sources: [{ title: "退換貨說明", quote: "收到商品七天內可以退貨。", url: "https://example.com/returns" }],
  });
  const widget = await visit();
  await widget.open();
  await widget.ask("  可以退貨嗎?  ");
  await expect(widget.bubbles).toHaveText([
    "你好,有什麼可以幫你的嗎?",
    "可以退貨嗎?",
    "可以,七天內都能退。",
    "運費由我們出。",
  ]);
  await expect(widget.log.locator("strong")).toHaveText("七天內");
  await expect(widget.input).toBeFocused();
  const chip = widget.log.getByRole("button", { name: "退換貨說明" });
  await expect(chip).toHaveAttribute("aria-expanded", "false");
  await chip.click();
  await expect(widget.log.locator("blockquote")).toContainText("收到商品七天內可以退貨。");
  await expect(widget.log.locator("blockquote a")).toHaveAttribute("rel", "noopener noreferrer");

  const [sent] = bot.messages;
  expect(sent?.body).toEqual({
    token: bot.token,
    message: "可以退貨嗎?",
    history: [],
    chat_id: expect.stringMatching(/^web_[0-9a-f]{32}$/),
    page_url: page.url(),
    locale: "zh-TW",
  });
  expect(sent?.key).toMatch(/^[0-9a-f]{32}$/);
  expect(sent?.headers.cookie).toBeUndefined();
});
