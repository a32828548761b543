import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** Ends when the test says so. */
const createGate = () => Promise.withResolvers<void>();
const answered = { success: true, reply: "可以退貨。", extra_replies: [], message_id: "turn-1" };

test.describe("an answer that streams", () => {
  test("shows its words as they come, and is heard once and whole", async ({ visit, bot }) => {
    const gate = createGate();
    bot.answer = () => ({ ...answered, reply: "可以**退貨**。", extra_replies: [{ text: "運費我們出。" }] });
    bot.deltas = async function* () {
      yield "可以";
      await gate.promise;
      yield "**退貨**。";
    };
    const widget = await visit();
    await widget.open();
    await widget.ask("可以退貨嗎?");
    const coming = widget.log.locator(".typing");
    await expect(coming).toHaveText("可以");
    await expect(coming).toHaveAttribute("aria-hidden", "true");
    await expect(widget.bubbles).toHaveCount(2);
    gate.resolve();
    await expect(widget.bubbles).toHaveText([/你好/, "可以退貨嗎?", "可以退貨。", "運費我們出。"]);
    await expect(coming).toBeHidden();
    expect(bot.messages[0]?.headers.accept).toBe("text/event-stream");
  });

  for (const [what, ends] of [
    ["breaks off", null],
    ["ends without an answer", ""],
  ] as const) {
    test(`that ${what} is no answer: the message can be sent again as it was`, async ({ visit, bot }) => {
      const gate = createGate();
      bot.answer = () => ({ success: false, error: "客服系統出了狀況" });
      bot.deltas = async function* () {
        yield "可以退貨,但是";
        await gate.promise;
        yield ends;
      };
      const widget = await visit();
      await widget.open();
      await widget.ask("可以退貨嗎?");
      await expect(widget.log.locator(".typing")).toHaveText("可以退貨,但是");
      gate.resolve();
      await expect(widget.log.locator(".status:visible")).toContainText("再試一次");
      await expect(widget.panel.getByText("可以退貨,但是")).toHaveCount(0);
      bot.deltas = undefined;
      bot.answer = () => answered;
      await widget.log.getByRole("button", { name: "再試一次" }).click();
      await expect(widget.bubbles.last()).toHaveText("可以退貨。");
      expect(bot.messages[1]?.key).toBe(bot.messages[0]?.key);
      expect(bot.messages[1]?.body).toEqual(bot.messages[0]?.body);
    });
  }
});

test.describe("a person", () => {
  test("can be asked for at the start, in the menu, and where the bot had no answer", async ({
    visit,
    bot,
  }) => {
    bot.config.person = true;
    bot.answer = ({ message }) => ({ success: true, reply: `收到「${message}」`, answered: false });
    const widget = await visit();
    await widget.open();
    const person = widget.log.getByRole("button", { name: "找真人客服" });
    await person.click();
    await expect(widget.bubbles.last()).toHaveText("收到「我想找真人客服」");
    await expect(person).toHaveCount(1);
    await person.click();
    await expect(person).toHaveCount(2);
    await widget.choose("找真人客服");
    await expect(person).toHaveCount(3);
    expect(bot.messages.map(({ body }) => body.wants_person)).toEqual([true, true, true]);
    await widget.ask("那運費呢?");
    await expect(person).toHaveCount(4);
    expect(bot.messages[3]?.body).not.toHaveProperty("wants_person");
  });

  test("is not offered where the bot has none", async ({ visit, bot }) => {
    bot.answer = () => ({ success: true, reply: "不知道", extra_replies: [], answered: false });
    const widget = await visit();
    await widget.open();
    await widget.ask("在嗎?");
    await expect(widget.bubbles).toHaveCount(3);
    await widget.panel.locator("summary").click();
    await expect(widget.panel.getByRole("button", { name: "開始新對話" })).toBeVisible();
    await expect(widget.panel.getByRole("button", { name: "找真人客服" })).toHaveCount(0);
  });
});

test("the menu closes by Escape and by leaving it, and the panel stays", async ({ visit, page }) => {
  const widget = await visit();
  await widget.open();
  await widget.ask("一");
  await expect(widget.bubbles).toHaveCount(3);
  const menu = widget.panel.locator("details");
  await menu.locator("summary").focus();
  await page.keyboard.press("Enter");
  await expect(menu).toHaveAttribute("open", "");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await expect(menu).not.toHaveAttribute("open");
  await expect(menu.locator("summary")).toBeFocused();
  await page.keyboard.press("Enter");
  await widget.input.focus();
  await expect(menu).not.toHaveAttribute("open");
  await expect(widget.panel).toBeVisible();
});

test("an answer can be copied", async ({ visit, bot, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  bot.answer = () => ({ success: true, reply: "可以**退貨**。", extra_replies: [{ text: "七天內。" }] });
  const widget = await visit();
  await widget.open();
  await widget.ask("一");
  await widget.log.getByRole("button", { name: "複製" }).click();
  await expect(widget.panel.getByRole("status").getByText("已複製")).toBeAttached();
  expect(await widget.input.evaluate(() => navigator.clipboard.readText())).toBe(
    "可以**退貨**。\n\n七天內。",
  );
});

/** Puts turns of these times into the widget's storage; the next page starts with them. */
async function storeTurns(page: Page, token: string, times: number[]) {
  await page.evaluate(
    ([key, at]) => {
      const state = JSON.parse(localStorage.getItem(key) ?? "{}");
      const turns = at.map((time, i) => ({
        id: `${i}`,
        role: i % 2 ? "assistant" : "user",
        texts: [`第 ${i} 句`],
        at: time,
      }));
      // A conversation of its own: of the page's own one, its turns would be put back.
      const chatId = `web_${String(Math.max(...at)).padStart(32, "0")}`;
      localStorage.setItem(key, JSON.stringify({ ...state, chatId, turns, seenAt: Date.now() }));
    },
    [`dawen:${token}`, times] as const,
  );
}

const HOUR = 3_600_000;

test("days are told apart", async ({ visit, bot, page }) => {
  // Noon in Taipei: no day begins while the test looks.
  const noon = Math.floor(Date.now() / (24 * HOUR)) * 24 * HOUR + 4 * HOUR;
  await page.clock.install({ time: noon });
  const widget = await visit();
  await widget.open();
  await storeTurns(page, bot.token, [noon - 48 * HOUR, noon - 48 * HOUR + 1, noon - 2, noon - 1]);
  await visit("other");
  const days = widget.log.locator(".day");
  await expect(days).toHaveCount(2);
  await expect(days.first()).toHaveText(/\d+年\d+月\d+日 星期/);
  await expect(days.last()).toHaveText("今天");
  await expect(widget.log.locator(".day + .turn")).toHaveText([/第 0 句/, /第 2 句/]);
  await widget.ask("再一句");
  await expect(widget.bubbles).toHaveCount(7);
  await expect(days).toHaveCount(2);
});

test("a conversation is forgotten after the bot's days without a word", async ({ visit, bot, page }) => {
  bot.config.retention_days = 30;
  const widget = await visit();
  await widget.open();
  await widget.ask("一");
  await expect(widget.bubbles).toHaveCount(3);
  await storeTurns(page, bot.token, [Date.now() - 40 * 24 * HOUR, Date.now() - 29 * 24 * HOUR]);
  await visit("other");
  await expect(widget.bubbles).toHaveCount(3);
  await storeTurns(page, bot.token, [Date.now() - 40 * 24 * HOUR, Date.now() - 31 * 24 * HOUR]);
  await visit("other");
  await expect(widget.bubbles).toHaveCount(1);
  await widget.ask("二");
  await expect(widget.bubbles).toHaveCount(3);
  expect(bot.messages[1]?.body.chat_id).toMatch(/^web_[0-9a-f]{32}$/);
  expect(bot.messages[1]?.body.chat_id).not.toContain("0000000000");
  expect(bot.messages[1]?.body.history).toEqual([]);
});

test("the page's title says what waits while the panel is closed", async ({ visit, bot, page }) => {
  const gate = createGate();
  bot.faults.push({ until: gate.promise });
  const widget = await visit();
  await widget.open();
  await widget.ask("在嗎?");
  await widget.launcher.click();
  await expect(page).toHaveTitle("山茶行");
  gate.resolve();
  await expect(page).toHaveTitle("(1) 山茶行");
  await page.evaluate(() => {
    document.title = "春茶";
  });
  await widget.open();
  await expect(page).toHaveTitle("春茶");
});

test("a tone, for those who want it, when the visitor looks elsewhere", async ({ visit, bot, page }) => {
  await page.addInitScript(() => {
    const { start } = OscillatorNode.prototype;
    Reflect.set(window, "tones", 0);
    OscillatorNode.prototype.start = function (when) {
      Reflect.set(window, "tones", Reflect.get(window, "tones") + 1);
      start.call(this, when);
    };
  });
  const tones = () => page.evaluate(() => Reflect.get(window, "tones"));
  const widget = await visit();
  await widget.open();
  await widget.ask("一");
  await expect(widget.bubbles).toHaveCount(3);
  await widget.choose("有回覆時出聲");
  await widget.panel.locator("summary").click();
  await expect(widget.panel.getByRole("button", { name: "有回覆時出聲" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await widget.ask("二");
  await expect(widget.bubbles).toHaveCount(5);
  expect(await tones()).toBe(0);

  const gate = createGate();
  bot.faults.push({ until: gate.promise });
  await widget.ask("三");
  await widget.launcher.click();
  gate.resolve();
  await expect.poll(tones).toBe(1);
});

test("who the page says the visitor is goes along", async ({ visit, bot, page }) => {
  const widget = await visit();
  await widget.open();
  await page.evaluate("dawen.identify({ name: '林小姐', email: 'lin@example.com', vip: true })");
  await widget.ask("一");
  await expect(widget.bubbles).toHaveCount(3);
  await page.evaluate("dawen.identify(null)");
  await widget.ask("二");
  await expect(widget.bubbles).toHaveCount(5);
  expect(bot.messages[0]?.body.visitor).toEqual({ name: "林小姐", email: "lin@example.com", vip: true });
  expect(bot.messages[1]?.body).not.toHaveProperty("visitor");
});

for (const [locale, send, retry] of [
  ["zh-CN", "发送", "再试一次"],
  ["en", "Send", "Try again"],
  ["ja", "送信", "再試行"],
] as const) {
  test(`in ${locale}`, async ({ visit, bot }) => {
    bot.faults.push({ status: 500 });
    const widget = await visit("plain", { "data-locale": locale });
    await widget.open();
    await widget.input.fill("一");
    await widget.panel.getByRole("button", { name: send }).click();
    await expect(widget.log.getByRole("button", { name: retry })).toBeVisible();
    expect(bot.messages[0]?.body.locale).toBe(locale);
  });
}

test.describe("what a conversation needs can't be had", () => {
  // One for each page.
  test.use({ expectedWarnings: 2 });

  test("messages wait in sight, and are sent once each when it can", async ({ visit, bot, page, faults }) => {
    await page.route("**/widget/talk-*.js", (route) => route.abort());
    const widget = await visit();
    await widget.open();
    await widget.ask("一");
    await expect(widget.panel.locator(".notice")).toHaveText("目前送不出去，會自動再試");
    await widget.ask("二");
    await expect(widget.bubbles).toHaveText([/你好/, "一", "二"]);
    await visit("other");
    await expect(widget.bubbles).toHaveText([/你好/, "一", "二"]);
    await expect.poll(() => faults.length).toBe(2);
    expect(bot.messages).toEqual([]);
    await page.unroute("**/widget/talk-*.js");
    await widget.input.pressSequentially("三");
    await expect(widget.bubbles).toHaveText([/你好/, "一", "你問的是「一」", "二", "你問的是「二」"]);
    await expect(widget.panel.locator(".notice")).toBeHidden();
    await expect(widget.input).toHaveValue("三");
    expect(bot.messages).toHaveLength(2);
  });
});

test.describe("what a conversation needs couldn't be had, and another tab has the answer", () => {
  test.use({ expectedWarnings: 1 });

  test("it is asked for again all the same", async ({ visit, bot, page, address, context, faults }) => {
    await page.clock.install();
    await page.route("**/widget/talk-*.js", (route) => route.abort());
    const widget = await visit();
    await widget.open();
    await widget.ask("一");
    const notice = widget.panel.locator(".notice");
    await expect(notice).toHaveText("目前送不出去，會自動再試");
    await expect.poll(() => faults.length).toBe(1);
    const other = await context.newPage();
    await other.goto(address("plain", { token: "" }));
    await other.evaluate((key) => {
      const state = JSON.parse(localStorage.getItem(key) ?? "{}");
      const [{ state: _, ...turn }] = state.turns;
      const answer = { id: "b".repeat(32), role: "assistant", texts: ["好的"], at: Date.now() };
      localStorage.setItem(key, JSON.stringify({ ...state, turns: [{ ...turn, version: 9 }, answer] }));
    }, `dawen:${bot.token}`);
    await expect(widget.bubbles).toHaveText([/你好/, "一", "好的"]);
    await page.unroute("**/widget/talk-*.js");
    await page.clock.fastForward(10_000);
    await expect(notice).toBeHidden();
    await expect(widget.log.locator("time")).toBeVisible();
    expect(bot.messages).toEqual([]);
  });
});

test("a page that nobody opens the panel on loads one script", async ({ visit, page }) => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(new URL(request.url()).pathname);
  });
  const widget = await visit();
  await expect(widget.launcher).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(scripts).toEqual(["/widget.js"]);
  await widget.open();
  const talk = expect.stringMatching(/^\/widget\/talk-\w{10}\.js$/);
  await expect.poll(() => scripts).toEqual(["/widget.js", talk]);
  await widget.input.pressSequentially("一");
  await expect
    .poll(() => scripts)
    .toEqual(["/widget.js", talk, expect.stringMatching(/^\/widget\/zh-TW-\w{10}\.js$/)]);
});
