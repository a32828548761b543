import { pages } from "../hosts/pages.mjs";
import { expect, runningApp, test, widgetOn } from "./fixtures";

test.use({ app: async ({ api, bot }, use) => use(runningApp ?? { origin: api.origin, token: bot.token }) });

/** Pages of tests of their own. */
const apart = new Set(["sandbox", "queued", "framed", "one-file"]);

for (const name of Object.keys(pages).filter((page) => !apart.has(page))) {
  const isTwice = name === "twice";
  test.describe(isTwice ? "with a second copy, which says that it ends" : "", () => {
    test.use({ expectedWarnings: isTwice ? 1 : 0 });
    test(`on the ${name} page a visitor asks and is answered`, async ({ visit, page }) => {
      const widget = await visit(name);
      await expect(widget.launcher).toBeVisible();
      const box = await widget.launcher.boundingBox();
      expect(box).toMatchObject({ width: 56, height: 56 });
      await widget.open();
      expect(await widget.panel.boundingBox()).toMatchObject({ width: 384, height: 640 });
      const font = await widget.input.evaluate((input) => getComputedStyle(input).fontSize);
      expect(font).toBe("15px");
      await widget.ask("可以退貨嗎?");
      await expect(widget.bubbles.nth(2)).toBeVisible();
      await expect(widget.log.locator(".bubble p").first()).toBeVisible();
      await expect(widget.host).toHaveCount(1);
      await expect(widget.host.locator("[style]")).toHaveCount(0);
      expect(await page.context().cookies()).toEqual([]);
    });
  });
}

test("on a slow network the launcher comes, and a question is answered", async ({ visit, page }) => {
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  });
  const widget = await visit();
  await widget.open();
  await widget.ask("可以退貨嗎?");
  await expect(widget.bubbles).toHaveCount(3);
  await expect(widget.input).toHaveValue("");
});

test("a browser without constructed style sheets gets style elements with the page's nonce", async ({
  visit,
  page,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(CSSStyleSheet.prototype, "replaceSync"));
  const widget = await visit("nonce");
  await widget.open();
  expect(await widget.panel.boundingBox()).toMatchObject({ width: 384, height: 640 });
  await expect(widget.launcher).toHaveCSS("border-radius", "50%");
});

test("a frame without an origin", async ({ page, address }) => {
  await page.goto(address("sandbox"));
  const frame = page.frameLocator("iframe");
  const widget = widgetOn(frame);
  await widget.open();
  await widget.ask("可以退貨嗎?");
  await expect(widget.log.locator(".bubble p").first()).toBeVisible();
});

test.describe("the line run twice", () => {
  test.use({ expectedWarnings: 1 });

  test("a page that replaces its body, and one that sweeps <html> and runs the snippet again", async ({
    visit,
    page,
  }) => {
    const widget = await visit("spa");
    await widget.open();
    await widget.input.fill("一");
    await page.evaluate("swapBody()");
    await expect(widget.panel).toBeVisible();
    await page.evaluate("emptyHtml()");
    await expect(widget.panel).toBeVisible();
    await widget.input.press("Enter");
    await expect(widget.log.locator(".bubble p").first()).toBeVisible();
    await expect(widget.host).toHaveCount(1);
  });

  test("one page load is one ping and one config, also with two copies", async ({
    visit,
    api,
    bot,
    page,
  }) => {
    await visit("twice", { app: api.origin, token: bot.token });
    await expect.poll(() => bot.pings.length).toBe(1);
    await page.waitForLoadState("networkidle");
    expect(bot.pings).toHaveLength(1);
    expect(bot.configs).toBe(1);
    expect(bot.pings[0]?.origin).toBe(new URL(page.url()).origin);
  });
});

test("the panel lies above everything the page has, and nothing else of the page is covered", async ({
  visit,
  page,
}) => {
  const widget = await visit("hostile");
  await widget.open();
  const top = await widget.launcher.evaluate((launcher) => {
    const { x, y, width, height } = launcher.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2)?.localName;
  });
  expect(top).toBe("dawen-widget");
  expect(await page.evaluate(() => document.elementFromPoint(5, 400)?.localName)).not.toBe("dawen-widget");
});

test("calls queued before the script has loaded", async ({ visit, page, api, bot }) => {
  const widget = await visit("queued", { app: api.origin, token: bot.token });
  await expect(widget.panel).toBeVisible();
  await page.evaluate("dawen.push(['send', '哈囉'])");
  await expect(widget.bubbles.nth(2)).toHaveText("你問的是「哈囉」");
  await page.evaluate("dawen.close()");
  expect(await page.evaluate("events")).toEqual([
    ["ready", undefined],
    ["open", undefined],
    ["send", "哈囉"],
    ["reply", ["你問的是「哈囉」"]],
    ["close", undefined],
  ]);
  await page.evaluate("dawen.toggle(); dawen.hide()");
  await expect(widget.launcher).toBeHidden();
  await page.evaluate("dawen.show(); dawen.setLocale('en'); dawen.open()");
  await expect(widget.launcher).toHaveAccessibleName("Chat");
  await expect(widget.bubbles).toHaveCount(3);
  await page.evaluate("dawen.destroy()");
  await expect(widget.host).toHaveCount(0);
});

test.describe("a listener that throws", () => {
  test.use({ expectedWarnings: 1 });

  test("ends in the console and hurts nobody", async ({ visit, page }) => {
    const widget = await visit();
    await expect(widget.launcher).toBeVisible();
    await page.evaluate("dawen.on('open', () => { throw new Error('mine') })");
    await widget.open();
    await expect(widget.input).toBeFocused();
  });
});
