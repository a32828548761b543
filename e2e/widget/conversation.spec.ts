import { expect, test, widgetOn } from "./fixtures";

test("a question is answered, with its further bubbles and its sources", async ({ visit, bot, page }) => {
  bot.answer = () => ({
    success: true,
    reply: "可以,**七天內**都能退。",
    extra_replies: [{ text: "運費由我們出。" }, { text: "" }, { wrong: 1 }],
    sources: [
      {
        title: "退換貨說明",
        quote: "退貨要附發票。收到商品七天內可以退貨。吊牌不能剪。",
        best: "收到商品七天內可以退貨。",
        url: "https://example.com/returns",
      },
      { title: "運費", quote: "滿千免運。", best: "不在裡面", url: "javascript:alert(1)" },
    ],
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
  await expect(widget.input).toHaveValue("");

  const chip = widget.log.getByRole("button", { name: "退換貨說明" });
  await expect(chip).toHaveAttribute("aria-expanded", "false");
  await chip.click();
  await expect(chip).toHaveAttribute("aria-expanded", "true");
  const quote = widget.log.locator("blockquote:visible");
  await expect(quote).toContainText("退貨要附發票。收到商品七天內可以退貨。吊牌不能剪。");
  await expect(quote.locator("mark")).toHaveText("收到商品七天內可以退貨。");
  await expect(quote.getByRole("link")).toHaveAttribute("rel", "noopener noreferrer");
  await expect(quote.getByRole("link")).toHaveAttribute("target", "_blank");
  await chip.click();
  await expect(quote).toHaveCount(0);
  await widget.log.getByRole("button", { name: "運費" }).click();
  await expect(quote).toHaveText("滿千免運。");
  await expect(quote.locator("mark")).toHaveCount(0);
  await expect(widget.log.getByRole("link")).toHaveCount(0);

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

test("nothing of an answer becomes markup", async ({ visit, bot, page }) => {
  const hostile =
    '<img src=x onerror="window.hit=1"><script>window.hit=1</script>[x](javascript:window.hit=1)';
  bot.answer = () => ({
    success: true,
    reply: hostile,
    extra_replies: [],
    sources: [{ title: hostile, quote: hostile }],
  });
  const widget = await visit();
  await widget.open();
  await widget.ask("<b>粗</b>");
  await expect(widget.bubbles.nth(1)).toHaveText("<b>粗</b>");
  await expect(widget.bubbles.nth(2)).toHaveText(hostile);
  await expect(widget.panel.locator("img, script, a, .bubble b")).toHaveCount(0);
  expect(await page.evaluate(() => "hit" in window)).toBe(false);
});

test("the last ten turns go along as history, and the chat goes on across pages", async ({
  visit,
  bot,
  page,
}) => {
  bot.answer = ({ message }) => ({
    success: true,
    reply: `答${message}`,
    extra_replies: [{ text: "還有嗎?" }],
  });
  const widget = await visit();
  await widget.open();
  for (let i = 1; i <= 6; i++) {
    await widget.ask(`${i}`);
    await expect(widget.bubbles).toHaveCount(1 + 3 * i);
  }
  await visit("other");
  await expect(widget.panel).toBeVisible();
  await expect(widget.bubbles).toHaveCount(19);
  await expect(page.locator("#page-input")).not.toBeFocused();
  await expect(widget.input).not.toBeFocused();
  await widget.ask("7");
  await expect(widget.bubbles).toHaveCount(22);

  const last = bot.messages[6]?.body;
  expect(last?.chat_id).toBe(bot.messages[0]?.body.chat_id);
  expect(last?.history).toEqual(
    [2, 3, 4, 5, 6].flatMap((i) => [
      { role: "user", content: `${i}` },
      { role: "assistant", content: `答${i}\n\n還有嗎?` },
    ]),
  );
});

test("long answers do not make the body of a question too long", async ({ visit, bot }) => {
  bot.answer = () => ({ success: true, reply: "茶".repeat(8000), extra_replies: [] });
  const widget = await visit();
  await widget.open();
  for (let i = 1; i <= 6; i++) {
    await widget.ask("𠮷".repeat(300));
    await expect(widget.bubbles).toHaveCount(1 + 2 * i);
  }
  expect(Number(bot.messages[5]?.headers["content-length"])).toBeLessThan(64 * 1024);
});

test("questions asked while an answer is on its way wait for their turn", async ({ visit, bot }) => {
  const gate = Promise.withResolvers<void>();
  bot.faults.push({ until: gate.promise });
  const widget = await visit();
  await widget.open();
  await widget.ask("一");
  await widget.ask("二");
  await expect(widget.log.locator(".typing")).toBeVisible();
  gate.resolve();
  await expect(widget.bubbles).toHaveText([
    "你好,有什麼可以幫你的嗎?",
    "一",
    "你問的是「一」",
    "二",
    "你問的是「二」",
  ]);
  await expect(widget.log.locator(".typing")).toBeHidden();
  expect(bot.messages[1]?.body.history).toEqual([
    { role: "user", content: "一" },
    { role: "assistant", content: "你問的是「一」" },
  ]);
});

test("characters are counted as the server counts them, and more than 300 are not sent", async ({
  visit,
  bot,
}) => {
  const widget = await visit();
  await widget.open();
  const counter = widget.panel.locator(".counter");
  await widget.input.fill("短");
  await expect(counter).toBeHidden();
  await widget.input.fill("𠮷".repeat(301));
  await expect(counter).toHaveText("超過 1 字");
  await expect(widget.panel.getByRole("button", { name: "送出" })).toBeDisabled();
  await widget.input.press("Enter");
  await widget.input.fill(` ${"𠮷".repeat(300)}\n`);
  await expect(counter).toHaveText("300/300");
  await widget.input.press("Enter");
  await expect(widget.bubbles).toHaveCount(3);
  expect(bot.messages.map(({ body }) => body.message)).toEqual(["𠮷".repeat(300)]);
});

test("blank text is not sent; the draft is kept on the next page", async ({ visit, bot }) => {
  const widget = await visit();
  await widget.open();
  await widget.ask(" \u200b ");
  await expect(widget.bubbles).toHaveCount(1);
  await widget.input.fill("還沒寫完");
  await visit("other");
  await expect(widget.input).toHaveValue("還沒寫完");
  expect(bot.messages).toEqual([]);
});

test("the field grows with its text and stops growing", async ({ visit }) => {
  const widget = await visit();
  await widget.open();
  const height = async () => (await widget.panel.locator(".grow").boundingBox())?.height ?? 0;
  const one = await height();
  expect(one).toBe(44);
  await widget.input.press("Shift+Enter");
  await widget.input.press("Shift+Enter");
  await expect.poll(height).toBe(one + 48);
  await widget.input.fill("行\n".repeat(30));
  expect(await height()).toBeLessThanOrEqual(132);
});

test("a suggestion is one tap", async ({ visit, bot }) => {
  bot.config.suggestions = ["可以退貨嗎?", 7, ""];
  const widget = await visit();
  await widget.open();
  await expect(widget.log.getByRole("button")).toHaveCount(1);
  const suggestion = widget.log.getByRole("button", { name: "可以退貨嗎?" });
  await suggestion.click();
  await expect(widget.bubbles.nth(2)).toHaveText("你問的是「可以退貨嗎?」");
  await expect(suggestion).toBeHidden();
});

test("a new conversation can be started, and taken back", async ({ visit, bot }) => {
  const widget = await visit();
  await widget.open();
  await widget.ask("一");
  await expect(widget.bubbles).toHaveCount(3);
  await widget.choose("開始新對話");
  await expect(widget.bubbles).toHaveCount(1);
  await widget.panel.getByRole("button", { name: "復原" }).click();
  await expect(widget.bubbles).toHaveCount(3);
  await widget.choose("開始新對話");
  await widget.ask("二");
  await expect(widget.bubbles).toHaveCount(3);
  await expect(widget.panel.getByRole("button", { name: "復原" })).toBeHidden();
  expect(bot.messages[1]?.body.history).toEqual([]);
  expect(bot.messages[1]?.body.chat_id).not.toBe(bot.messages[0]?.body.chat_id);
});

test("an answer that comes while the panel is closed shows on the launcher", async ({ visit, bot }) => {
  const gate = Promise.withResolvers<void>();
  bot.faults.push({ until: gate.promise });
  const widget = await visit();
  await widget.open();
  await widget.ask("在嗎?");
  await widget.input.press("Escape");
  await expect(widget.panel).toBeHidden();
  gate.resolve();
  await expect(widget.launcher).toHaveAccessibleName("客服對話 1");
  await widget.open();
  await expect(widget.bubbles).toHaveCount(3);
  await expect(widget.launcher).toHaveAccessibleName("客服對話");
  await expect(widget.launcher).toHaveAttribute("aria-expanded", "true");
  await widget.launcher.click();
  await expect(widget.launcher).toHaveAttribute("aria-expanded", "false");
});

test("two tabs show the same conversation as it goes", async ({ visit, context, address, bot }) => {
  const widget = await visit();
  const other = await context.newPage();
  await other.goto(address("other"));
  const second = widgetOn(other);
  await second.open();
  await widget.open();
  await widget.ask("一");
  await expect(second.bubbles).toHaveCount(3);
  await second.ask("二");
  await expect(widget.bubbles).toHaveCount(5);
  expect(bot.messages[1]?.body.chat_id).toBe(bot.messages[0]?.body.chat_id);
  expect(bot.messages[1]?.body.history).toHaveLength(2);
});

test("another bot on the same site has a conversation of its own", async ({ visit, api, bot }) => {
  const widget = await visit();
  await widget.open();
  await widget.ask("一");
  await expect(widget.bubbles).toHaveCount(3);
  await visit("plain", { token: api.addBot().token });
  await widget.open();
  await expect(widget.bubbles).toHaveCount(1);
  expect(bot.messages).toHaveLength(1);
});
