import { expect, test, widgetOn } from "./fixtures";

test("a proxy's 404 is passing; the server's own is not", async ({ visit, page, bot, app }) => {
  const isDown = { now: true };
  await page.route(`${app.origin}/api/widget/**`, (route) =>
    isDown.now
      ? route.fulfill({ status: 404, contentType: "text/plain", body: "default backend - 404" })
      : route.continue(),
  );
  await page.clock.install();
  const widget = await visit();
  await page.clock.runFor(1000);
  await expect(widget.host).toHaveCount(0);
  isDown.now = false;
  await page.clock.runFor(4000);
  await expect(widget.launcher).toBeVisible();
  await widget.open();
  isDown.now = true;
  await widget.ask("一");
  await expect(widget.log.locator(".status:visible")).toContainText("客服系統出了狀況");
  isDown.now = false;
  await widget.log.getByRole("button", { name: "再試一次" }).click();
  await expect(widget.bubbles.nth(2)).toHaveText("你問的是「一」");
  expect(bot.messages).toHaveLength(1);
});

test("a page that is left while the answer is on its way: the next page has it", async ({ visit, bot }) => {
  const gate = Promise.withResolvers<void>();
  bot.faults.push({ until: gate.promise });
  const widget = await visit();
  await widget.open();
  await widget.ask("一");
  await expect.poll(() => bot.messages.length).toBe(1);
  await visit("other");
  gate.resolve();
  await expect(widget.bubbles.nth(2)).toHaveText("你問的是「一」");
  await expect(widget.log.locator(".status:visible")).toHaveCount(0);
  expect(bot.messages[1]?.key).toBe(bot.messages[0]?.key);
  expect(bot.messages[1]?.body).toEqual(bot.messages[0]?.body);
});

test("a clock that was two days fast and was set right hides nothing", async ({ visit, page, bot }) => {
  const real = Date.now();
  await page.clock.install({ time: real + 172_800_000 });
  const widget = await visit();
  await page.clock.runFor(2000);
  await widget.open();
  bot.faults.push({ status: 429, headers: { "retry-after": "3600" } });
  await widget.ask("一");
  await expect(widget.log.locator(".status:visible")).toContainText("請等");
  await page.clock.setSystemTime(real);
  await page.reload();
  await page.clock.runFor(2000);
  await expect(widget.log.locator(".status:visible")).toContainText(/請等 (60|[1-5]?\d) 秒/);
});

test("a page that hydrates its whole document finds it as the server wrote it", async ({ visit, page }) => {
  const gate = Promise.withResolvers<void>();
  await page.route("**/picture", async (route) => {
    await gate.promise;
    await route.fulfill({ status: 404 });
  });
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1000);
  const configured = page.waitForResponse(/\/api\/widget\/config/);
  const visited = visit("restless");
  await (await configured).finished();
  // Long enough for a launcher, and not yet for who waits no longer.
  await page.clock.runFor(2000);
  const { host, launcher } = widgetOn(page);
  await expect(host).toHaveCount(0);
  gate.resolve();
  await visited;
  await page.clock.runFor(500);
  await expect(launcher).toBeVisible();
});

test("a page that is made ready before anybody asks for it counts once somebody looks", async ({
  visit,
  page,
  bot,
}) => {
  await page.addInitScript(() => {
    let isHidden = true;
    Object.defineProperty(Document.prototype, "prerendering", { get: () => isHidden });
    Reflect.set(window, "show", () => {
      isHidden = false;
      document.dispatchEvent(new Event("prerenderingchange"));
    });
  });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const widget = await visit();
  await page.waitForFunction("window.dawen && document.readyState === 'complete'");
  await page.waitForLoadState("networkidle");
  expect(asked.filter((path) => path.startsWith("/api/"))).toEqual([]);
  await expect(widget.host).toHaveCount(0);
  await page.evaluate("show()");
  await expect(widget.launcher).toBeVisible();
  await expect.poll(() => asked.some((path) => path.startsWith("/api/widget/config"))).toBe(true);
  expect(bot.messages).toEqual([]);
});

test("on a slow line the first tap shows at once that an answer is on its way", async ({ visit, page }) => {
  const gate = Promise.withResolvers<void>();
  await page.route(/\/widget\/talk-/, async (route) => {
    await gate.promise;
    await route.continue();
  });
  const widget = await visit();
  await widget.open();
  await widget.ask("一");
  await expect(widget.log.locator(".typing")).toBeVisible();
  await expect(widget.bubbles.nth(1)).toHaveText("一");
  gate.resolve();
  await expect(widget.bubbles.nth(2)).toHaveText("你問的是「一」");
  await expect(widget.log.locator(".typing:visible")).toHaveCount(0);
});
