import type { CDPSession, Page } from "@playwright/test";
import { expect, test } from "./fixtures";

test("by keyboard alone: open, ask, unfold a source, close, and be back where one was", async ({
  visit,
  bot,
  page,
}) => {
  bot.answer = () => ({
    success: true,
    reply: "可以",
    extra_replies: [],
    sources: [{ title: "說明", quote: "可以退" }],
  });
  const widget = await visit();
  await widget.launcher.focus();
  await page.keyboard.press("Enter");
  await expect(widget.input).toBeFocused();
  await page.keyboard.type("hi");
  await page.keyboard.press("Enter");
  await expect(widget.bubbles).toHaveCount(3);
  const chip = widget.log.getByRole("button", { name: "說明" });
  await page.keyboard.press("Shift+Tab");
  await expect(widget.log.getByRole("button", { name: "複製" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(chip).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(widget.log.locator("blockquote")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(widget.panel).toBeHidden();
  await expect(widget.launcher).toBeFocused();
});

test("over the whole screen the focus stays in the panel, and the page's shortcuts out of it", async ({
  visit,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const widget = await visit();
  await page.evaluate(() => {
    document.addEventListener("keydown", ({ key }) => (document.title = key));
  });
  await widget.openKept();
  const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className);
  const seen = new Set<string | undefined>();
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press("Tab");
    seen.add(await focused());
  }
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press("Shift+Tab");
    seen.add(await focused());
  }
  expect(seen).not.toContain(undefined);
  expect(seen).not.toContain("launcher");
  expect(seen.size).toBe(3);
  expect(await page.title()).toBe("山茶行");
});

test("beside the page the focus goes on to the launcher, and to the page", async ({ visit, page }) => {
  const widget = await visit();
  await widget.open();
  await widget.input.fill("一");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(widget.launcher).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(widget.panel.getByRole("button", { name: "送出" })).toBeFocused();
});

test("the focus is not lost with what had it", async ({ visit, page, bot }) => {
  const gate = Promise.withResolvers<void>();
  bot.faults.push({ status: 500 }, { until: gate.promise, body: { success: false, reply: "休息中" } });
  const widget = await visit();
  await widget.open();
  await widget.ask("一");
  await widget.log.getByRole("button", { name: "再試一次" }).focus();
  await page.keyboard.press("Enter");
  await expect(widget.panel).toBeFocused();
  await widget.input.focus();
  gate.resolve();
  await expect(widget.input).toBeDisabled();
  await expect(widget.panel).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(widget.launcher).toBeFocused();
});

test("opened from the page's own button, the focus goes back there", async ({ visit, page }) => {
  const widget = await visit();
  await expect(widget.launcher).toBeVisible();
  const button = page.locator("#page-button");
  await button.evaluate((element) =>
    element.addEventListener("click", () => Reflect.get(window, "dawen").open()),
  );
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(widget.input).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
});

test("what a screen reader meets", async ({ visit }) => {
  const widget = await visit();
  await expect(widget.launcher).toHaveAccessibleName("客服對話");
  await expect(widget.launcher).toHaveAttribute("aria-expanded", "false");
  await widget.open();
  await expect(widget.panel).toHaveAccessibleName("AI 智能客服");
  await expect(widget.log).toHaveAccessibleName("AI 智能客服");
  await expect(widget.input).toHaveAccessibleName("請輸入訊息...");
  await expect(widget.panel.getByRole("button", { name: "關閉對話" })).toBeVisible();
});

test("an answer is added to the live log once and whole", async ({ visit, page, bot }) => {
  bot.answer = () => ({ success: true, reply: "一\n\n二", extra_replies: [{ text: "三" }] });
  const widget = await visit();
  await widget.open();
  await widget.log.evaluate((log) => {
    const added: string[] = [];
    Reflect.set(window, "added", added);
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) added.push(node.textContent ?? "");
    }).observe(log, { childList: true, subtree: true });
  });
  await widget.ask("問");
  await expect(widget.bubbles).toHaveCount(4);
  await widget.ask("再問");
  await expect(widget.bubbles).toHaveCount(7);
  const added = await page.evaluate(() => Reflect.get(window, "added"));
  expect(added.filter((text: string) => text.startsWith("一二三"))).toHaveLength(2);
});

test.describe("an input method", () => {
  const compose = (ime: CDPSession, text: string) =>
    ime.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  const startIme = (page: Page) => page.context().newCDPSession(page);

  for (const [method, steps, result] of [
    ["注音", ["ㄋ", "ㄋㄧ", "ㄋㄧˇ", "你"], "你"],
    ["倉頡", ["人", "人弓", "人弓火", "你"], "你"],
    ["拼音", ["n", "ni", "ni h", "ni hao", "你好"], "你好"],
  ] as const) {
    test(`${method}: the Enter that ends a composition does not send, the one after it does`, async ({
      visit,
      page,
      bot,
    }) => {
      const widget = await visit();
      await widget.open();
      await expect(widget.input).toBeFocused();
      const ime = await startIme(page);
      for (const step of steps) await compose(ime, step);
      await ime.send("Input.dispatchKeyEvent", {
        type: "rawKeyDown",
        key: "Enter",
        windowsVirtualKeyCode: 229,
      });
      await ime.send("Input.insertText", { text: result });
      await ime.send("Input.dispatchKeyEvent", { type: "keyUp", key: "Enter", windowsVirtualKeyCode: 13 });
      await expect(widget.input).toHaveValue(result);
      await expect(widget.bubbles).toHaveCount(1);
      await page.keyboard.press("Enter");
      await expect(widget.bubbles).toHaveCount(3);
      expect(bot.messages.map(({ body }) => body.message)).toEqual([result]);
    });
  }

  test("keys pressed while composing neither send nor close", async ({ visit, page, bot }) => {
    const widget = await visit();
    await widget.open();
    await expect(widget.input).toBeFocused();
    const ime = await startIme(page);
    await compose(ime, "ㄊㄨㄟˋ");
    await page.keyboard.press("Escape");
    await expect(widget.panel).toBeVisible();
    await page.keyboard.press("Enter");
    await ime.send("Input.insertText", { text: "退" });
    await expect(widget.input).toHaveValue("退");
    expect(bot.messages).toEqual([]);
    await page.keyboard.press("Enter");
    await expect(widget.bubbles).toHaveCount(3);
    expect(bot.messages.map(({ body }) => body.message)).toEqual(["退"]);
  });

  test("Safari's order: compositionend, then an Enter with keyCode 229", async ({ visit, page, bot }) => {
    const widget = await visit();
    await widget.open();
    await widget.input.fill("退貨");
    await widget.input.evaluate((input) => {
      const enter = new KeyboardEvent("keydown", {
        key: "Enter",
        keyCode: 229,
        bubbles: true,
        composed: true,
      });
      input.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
      input.dispatchEvent(new CompositionEvent("compositionend", { data: "退貨", bubbles: true }));
      input.dispatchEvent(enter);
    });
    await expect(widget.input).toHaveValue("退貨");
    await page.keyboard.press("Enter");
    await expect(widget.bubbles).toHaveCount(3);
    expect(bot.messages).toHaveLength(1);
  });

  test("the send button takes the text being composed along", async ({ visit, page, bot }) => {
    const widget = await visit();
    await widget.open();
    await expect(widget.input).toBeFocused();
    await compose(await startIme(page), "你好");
    await widget.panel.getByRole("button", { name: "送出" }).click();
    await expect(widget.bubbles).toHaveCount(3);
    await expect(widget.input).toHaveValue("");
    expect(bot.messages.map(({ body }) => body.message)).toEqual(["你好"]);
  });
});
