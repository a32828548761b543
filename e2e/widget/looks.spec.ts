import { expect, test } from "./fixtures";

for (const [position, x, y] of [
  ["br", "right", "bottom"],
  ["bl", "left", "bottom"],
  ["tr", "right", "top"],
  ["tl", "left", "top"],
] as const) {
  test(`position ${position}`, async ({ visit, bot }) => {
    bot.config.position = position;
    const widget = await visit();
    await widget.open();
    const launcher = await widget.launcher.boundingBox();
    const panel = await widget.panel.boundingBox();
    expect(launcher).toMatchObject({ x: x === "left" ? 20 : 1280 - 76, y: y === "top" ? 20 : 800 - 76 });
    expect(panel).toMatchObject({ x: x === "left" ? 20 : 1280 - 404, y: y === "top" ? 88 : 72 });
  });
}

test("the distance from the edges: data-offset, then the bot's; on phones their own", async ({
  visit,
  bot,
  page,
}) => {
  const place = async () => {
    const { x = 0, y = 0 } = (await widget.launcher.boundingBox()) ?? {};
    const { width = 0, height = 0 } = page.viewportSize() ?? {};
    return [width - x - 56, height - y - 56];
  };
  bot.config.offset = [30, 96, 8, 140];
  const widget = await visit();
  await widget.open();
  expect(await place()).toEqual([30, 96]);
  expect(await widget.panel.boundingBox()).toMatchObject({
    x: 1280 - 30 - 384,
    y: 20,
    height: 800 - 20 - 68 - 96,
  });
  await widget.launcher.click();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(place).toEqual([8, 140]);
  await widget.open();
  expect(await widget.panel.boundingBox()).toMatchObject({ x: 0, y: 0, width: 390, height: 844 });
  bot.config.position = "tl";
  await visit("other", { "data-offset": "12,64" });
  await expect.poll(() => widget.launcher.boundingBox()).toMatchObject({ x: 12, y: 64 });
});

test("the owner's colour, with text that reads on it", async ({ visit, bot }) => {
  const widget = await visit();
  await expect(widget.launcher).toHaveCSS("background-color", "rgb(0, 212, 255)");
  await expect(widget.launcher).toHaveCSS("color", "rgb(0, 0, 0)");
  bot.config.primary_color = "#0f766e";
  await visit("other");
  await expect(widget.launcher).toHaveCSS("background-color", "rgb(15, 118, 110)");
  await expect(widget.launcher).toHaveCSS("color", "rgb(255, 255, 255)");
});

test("the theme follows the device, live, unless the owner has chosen one", async ({ visit, bot, page }) => {
  const widget = await visit();
  await widget.open();
  await expect(widget.panel).toHaveCSS("color", "rgb(27, 35, 33)");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(widget.panel).toHaveCSS("color", "rgb(236, 240, 238)");
  bot.config.theme = "light";
  await visit("other");
  await expect(widget.panel).toHaveCSS("color", "rgb(27, 35, 33)");
});

test("the language: data-locale, then the bot's, then the page's", async ({ visit, bot }) => {
  const widget = await visit("english");
  await expect(widget.launcher).toHaveAccessibleName("Chat");
  bot.config.locale = "zh-TW";
  await visit("english");
  await expect(widget.launcher).toHaveAccessibleName("客服對話");
  await visit("plain", { "data-locale": "en" });
  await expect(widget.launcher).toHaveAccessibleName("Chat");
});

test("an avatar, an initial where the page lets none in, and the mark where there is none", async ({
  visit,
  bot,
  page,
}) => {
  bot.config.avatar_url = "https://avatars.example/a.svg";
  bot.config.bot_name = "𠮷茶行";
  await page.route("https://avatars.example/a.svg", (route) =>
    route.fulfill({
      contentType: "image/svg+xml",
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    }),
  );
  const widget = await visit();
  await widget.open();
  const avatar = widget.panel.locator(".avatar");
  await expect(avatar.locator("img")).toBeVisible();
  await page.route("https://avatars.example/a.svg", (route) => route.abort());
  await visit("other");
  await expect(avatar).toHaveText("𠮷");
  bot.config.avatar_url = "javascript:alert(1)";
  await visit();
  await expect(avatar.locator("svg")).toBeVisible();
});

test("on a page that reads from right to left our own words don't", async ({ visit }) => {
  const widget = await visit("rtl");
  await widget.open();
  const panel = await widget.panel.boundingBox();
  const close = await widget.panel.getByRole("button", { name: "關閉對話" }).boundingBox();
  expect(panel).toMatchObject({ x: 1280 - 404, width: 384 });
  expect(close?.x).toBeGreaterThan((panel?.x ?? 0) + 300);
  await widget.ask("مرحبا");
  await expect(widget.bubbles.nth(1)).toHaveCSS("direction", "rtl");
});

test("opens by itself where the page asks for it", async ({ visit }) => {
  const widget = await visit("plain", { "data-open": "" });
  await expect(widget.panel).toBeVisible();
});

test("the page is not moved", async ({ visit, page }) => {
  await page.addInitScript(() => {
    Reflect.set(window, "shift", 0);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        Reflect.set(window, "shift", Reflect.get(window, "shift") + Reflect.get(entry, "value"));
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  const widget = await visit();
  await expect(widget.launcher).toBeVisible();
  await widget.open();
  expect(await page.evaluate(() => Reflect.get(window, "shift"))).toBe(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the panel takes the screen, and the keyboard waits for a tap in the field", async ({
    visit,
    page,
  }) => {
    const widget = await visit();
    await widget.launcher.tap();
    await expect(widget.panel).toBeVisible();
    expect(await widget.panel.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    await expect(widget.panel).toHaveAttribute("aria-modal", "true");
    await expect(widget.launcher).toBeHidden();
    await expect(widget.panel).toBeFocused();
    await widget.input.tap();
    await expect(widget.input).toHaveCSS("font-size", "16px");
    await page.setViewportSize({ width: 390, height: 500 });
    await expect.poll(async () => (await widget.panel.boundingBox())?.height).toBe(500);
    await widget.panel.getByRole("button", { name: "關閉對話" }).tap();
    await expect(widget.launcher).toBeFocused();
  });

  test("does not open by itself on the next page", async ({ visit }) => {
    const widget = await visit();
    await widget.launcher.tap();
    await expect(widget.panel).toBeVisible();
    await visit("other");
    await expect(widget.launcher).toBeVisible();
    await expect(widget.panel).toBeHidden();
  });

  test("every target is at least 44 pixels high", async ({ visit, bot }) => {
    bot.config.suggestions = ["可以退貨嗎?"];
    const widget = await visit();
    await widget.launcher.tap();
    await expect(widget.log.getByRole("button", { name: "可以退貨嗎?" })).toBeVisible();
    for (const button of await widget.panel.getByRole("button").all()) {
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
  });
});
