import type { Route } from "@playwright/test";
import { expect, test } from "./fixtures";
import { move } from "./kept-pages";

const retry = { name: "再試一次" };

for (const [what, fault] of Object.entries({
  "a 500": { status: 500 },
  "a 502 that is HTML": { status: 502, text: "<h1>Bad Gateway</h1>" },
  "a 200 that is HTML": { text: "<!doctype html><p>登入 Wi-Fi</p>" },
  "a 200 that answers nothing": { body: { success: true, reply: "", extra_replies: [] } },
  "a 200 that is no envelope": { body: [1, 2] },
})) {
  test(`${what} can be tried again: the same message under the same key`, async ({ visit, bot }) => {
    bot.faults.push({ body: { success: true, reply: "在的", extra_replies: [] } }, fault);
    const widget = await visit();
    await widget.open();
    await widget.ask("一");
    await expect(widget.bubbles).toHaveCount(3);
    await widget.ask("二");
    await expect(widget.log.locator(".status:visible")).toContainText(/客服/);
    await widget.ask("三");
    await expect(widget.bubbles.nth(4)).toHaveText("三");
    await expect(widget.bubbles).toHaveCount(6);
    await widget.log.getByRole("button", retry).click();
    await expect(widget.bubbles.last()).toHaveText("你問的是「二」");
    await expect(widget.log.getByRole("button", retry)).toHaveCount(0);
    await expect(widget.bubbles).toHaveCount(7);

    const [, first, third, again] = bot.messages;
    expect(bot.messages).toHaveLength(4);
    expect(again?.key).toBe(first?.key);
    expect(again?.body).toEqual(first?.body);
    expect(third?.body.history).toHaveLength(2);
  });
}

test("a connection that breaks can be tried again under the same key", async ({ visit, bot }) => {
  // The browser itself repeats a request as long as it finds idle connections that break.
  const resets = Array.from({ length: 9 }, () => ({ reset: true }));
  bot.faults.push({ body: { success: true, reply: "在的", extra_replies: [] } }, ...resets);
  const widget = await visit();
  await widget.open();
  await widget.ask("一");
  await expect(widget.bubbles).toHaveCount(3);
  await widget.ask("二");
  await expect(widget.log.locator(".status:visible")).toContainText("連不上客服");
  bot.faults.length = 0;
  await widget.log.getByRole("button", retry).click();
  await expect(widget.bubbles).toHaveCount(5);
  expect(new Set(bot.messages.slice(1).map(({ key }) => key)).size).toBe(1);
});

test("a 400, whose words are for who wrote the request, can be tried again", async ({ visit, bot }) => {
  bot.faults.push({ status: 400, body: { success: false, error: "chat_id is malformed" } });
  const widget = await visit();
  await widget.open();
  await widget.ask("一");
  await expect(widget.log.locator(".status:visible")).toContainText("客服系統出了狀況");
  await expect(widget.log.getByRole("button", retry)).toBeVisible();
});

test("a 429 counts down, then offers to try again", async ({ visit, bot, page }) => {
  await page.clock.install();
  bot.faults.push({ status: 429, headers: { "retry-after": "7" } });
  const widget = await visit();
  await widget.open();
  // The page's time stands still from here: how much of the wait is over doesn't hang on the machine.
  await page.clock.pauseAt(Date.now() + 10_000);
  await widget.ask("一");
  const status = widget.log.locator(".status:visible");
  await expect(status).toContainText("請等 7 秒");
  await expect(widget.log.getByRole("button", retry)).toHaveCount(0);
  await page.clock.runFor(3000);
  await expect(status).toContainText("請等 4 秒");
  await page.clock.runFor(5000);
  await widget.log.getByRole("button", retry).click();
  await expect(widget.bubbles.last()).toHaveText("你問的是「一」");
  expect(bot.messages.map(({ key }) => key)).toEqual([bot.messages[0]?.key, bot.messages[0]?.key]);
});

test("what a tab took that ended without a word is sent by the next page, once it can't be on its way any more", async ({
  visit,
  bot,
  page,
}) => {
  await page.clock.install();
  const widget = await visit();
  await widget.open();
  await page.evaluate(
    ([key, id, tab]) => {
      const state = JSON.parse(localStorage.getItem(key) ?? "{}");
      const turn = { id, role: "user", texts: ["一"], at: Date.now(), state: "waiting", tab, version: 1 };
      // A conversation of its own: of the page's own one, its turns would be put back.
      localStorage.setItem(key, JSON.stringify({ ...state, chatId: `web_${tab}`, turns: [turn] }));
    },
    [`dawen:${bot.token}`, "a".repeat(32), "0".repeat(32)] as const,
  );
  await visit("other");
  await expect(widget.log.locator(".typing")).toBeVisible();
  await page.clock.runFor(20_000);
  await expect(widget.bubbles).toHaveText([/你好/, "一"]);
  expect(bot.messages).toEqual([]);
  // Forty seconds after what was last stored, which on a slow machine is while the page opens.
  await page.clock.runFor(45_000);
  await expect(widget.bubbles).toHaveText([/你好/, "一", "你問的是「一」"]);
  expect(bot.messages.map(({ key }) => key)).toEqual(["a".repeat(32)]);
});

for (const [when, hasTalked] of [
  ["in the middle of a conversation", true],
  ["before anything was said", false],
] as const) {
  test(`offline ${when}, messages wait and are sent once when the network is back`, async ({
    visit,
    bot,
    context,
  }) => {
    const widget = await visit();
    // Kept: a file that was still on its way when the network went would be told as missing.
    await widget.openKept();
    if (hasTalked) {
      await widget.ask("〇");
      await expect(widget.bubbles).toHaveCount(3);
    }
    const before = bot.messages.length;
    await context.setOffline(true);
    await widget.ask("一");
    await widget.ask("二");
    const waiting = hasTalked ? widget.log.locator(".status:visible") : widget.panel.locator(".notice");
    await expect(waiting).toHaveCount(hasTalked ? 2 : 1);
    await expect(waiting.first()).toContainText("目前送不出去，會自動再試");
    await expect(widget.bubbles.last()).toHaveText("二");
    await context.setOffline(false);
    await expect(widget.bubbles.last()).toHaveText("你問的是「二」");
    await expect(widget.bubbles).toHaveCount(hasTalked ? 7 : 5);
    await expect(widget.log.locator(".status:visible")).toHaveCount(0);
    await expect(widget.panel.locator(".notice")).toBeHidden();
    expect(bot.messages.slice(before).map(({ body }) => body.message)).toEqual(["一", "二"]);
  });
}

test("what was on its way when a page was left is sent again, once Back brings that page", async ({
  visit,
  bot,
  page,
}) => {
  const gate = Promise.withResolvers<void>();
  const cut = async (route: Route) => {
    await gate.promise;
    await route.abort();
  };
  await page.route("**/api/widget/message", cut, { times: 1 });
  const widget = await visit();
  await widget.open();
  const isOnItsWay = page.waitForRequest("**/api/widget/message");
  await widget.ask("一");
  const key = (await isOnItsWay).headers()["idempotency-key"];
  await move(page, "pagehide");
  await move(page, "pageshow");
  gate.resolve();
  await expect(widget.bubbles).toHaveText([/你好/, "一", "你問的是「一」"]);
  await expect(widget.log.locator(".status:visible")).toHaveCount(0);
  expect(bot.messages.map((message) => message.key)).toEqual([key]);
});

test("no answer within 30 seconds ends the wait", async ({ visit, bot, page }) => {
  await page.clock.install();
  bot.faults.push({ until: new Promise(() => {}) });
  const widget = await visit();
  await widget.open();
  await widget.ask("一");
  await expect(widget.log.locator(".typing")).toBeVisible();
  await expect.poll(() => bot.messages.length).toBe(1);
  await page.clock.runFor(31_000);
  await expect(widget.log.locator(".status:visible")).toContainText("還沒收到回覆");
  await widget.log.getByRole("button", retry).click();
  await expect(widget.bubbles.last()).toHaveText("你問的是「一」");
});

test("a bot switched off in between says so and takes no more, until it is back", async ({ visit, bot }) => {
  const widget = await visit();
  await widget.open();
  bot.config.enabled = false;
  await widget.ask("一");
  await expect(widget.panel.locator(".notice")).toHaveText("客服暫停服務中");
  await expect(widget.input).toBeDisabled();
  await widget.launcher.click();
  bot.config.enabled = true;
  await widget.open();
  await expect(widget.input).toBeEnabled();
  await expect(widget.panel.locator(".notice")).toBeHidden();
  await widget.log.getByRole("button", retry).click();
  await expect(widget.bubbles.last()).toHaveText("你問的是「一」");
});

test("the server's own words for a pause are shown", async ({ visit, bot }) => {
  bot.faults.push({ body: { success: false, reply: "春節期間休息" } });
  const widget = await visit();
  await widget.open();
  await widget.ask("一");
  await expect(widget.panel.locator(".notice")).toHaveText("春節期間休息");
});

test("a bot that is off keeps its launcher where something was said, and takes no messages", async ({
  visit,
  bot,
}) => {
  const widget = await visit();
  await widget.open();
  await widget.ask("一");
  await expect(widget.bubbles).toHaveCount(3);
  bot.config.enabled = false;
  await visit("other");
  await expect(widget.panel.locator(".notice")).toHaveText("客服暫停服務中");
  await expect(widget.input).toBeDisabled();
  expect(bot.messages).toHaveLength(1);
});

test.describe("a token the server does not know", () => {
  test.use({ expectedWarnings: 1 });

  test("stays invisible and says why, once", async ({ visit, bot, faults, page }) => {
    bot.isKnown = false;
    const widget = await visit();
    await expect.poll(() => faults.length).toBe(1);
    expect(faults[0]).toContain("unknown data-token");
    await expect(widget.host).toHaveCount(0);
    expect(bot.pings).toEqual([]);
    expect(await page.evaluate(() => "dawen" in window)).toBe(false);
  });

  test("and neither does a malformed one appear", async ({ visit, faults }) => {
    const widget = await visit("plain", { token: "nope" });
    await expect.poll(() => faults.length).toBe(1);
    expect(faults[0]).toContain("missing or malformed data-token");
    await expect(widget.host).toHaveCount(0);
  });
});

test("the last known looks are drawn before the server has answered", async ({ visit, bot, page }) => {
  bot.config.bot_name = "山茶行";
  const widget = await visit();
  await expect(widget.launcher).toBeVisible();
  await page.route("**/api/widget/config*", () => {});
  await visit("other");
  await widget.open();
  await expect(widget.panel.getByRole("heading")).toHaveText("山茶行");
});
