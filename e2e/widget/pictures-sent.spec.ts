import { randomBytes } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { expectNoViolations } from "../support/expect-no-violations";
import { expect, test } from "./fixtures";
import { asked, meetPerson, pathOf, taken, word } from "./meet-person";

const label = { name: "圖片", exact: true };
const retry = { name: "再試一次" };

/** A photo as a phone takes it: lying on its side, with a note of where it was taken. */
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#a52" } })
    .jpeg()
    .withExif({ IFD0: { ImageDescription: "台北市中正區" } })
    .withMetadata({ orientation: 6 })
    .toBuffer();

/** Chooses it in the picker that the button opens. */
async function choose(page: Page, panel: Locator, buffer: Buffer, mimeType = "image/jpeg") {
  const choosing = page.waitForEvent("filechooser");
  await panel.getByRole("button", label).click();
  await (await choosing).setFiles({ name: "photo.jpg", mimeType, buffer });
}

/** Pastes or drops it, with texts beside it. */
async function hand(
  target: Locator,
  type: "paste" | "drop",
  buffer: Buffer,
  texts: Record<string, string> = {},
): Promise<boolean> {
  return target.evaluate(
    async (element, [event, base64, beside]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], "photo.jpg", { type: "image/jpeg" }));
      for (const [format, text] of Object.entries(beside)) data.setData(format, text);
      const options = { bubbles: true, cancelable: true, composed: true };
      const handed =
        event === "paste"
          ? new ClipboardEvent(event, { ...options, clipboardData: data })
          : new DragEvent(event, { ...options, dataTransfer: data });
      return !element.dispatchEvent(handed);
    },
    [type, buffer.toString("base64"), texts] as const,
  );
}

test.beforeEach(async ({ page }) => {
  await page.route("**/api/files/**", (route) => route.fulfill({ status: 404, body: "" }));
});

test("is made smaller, upright, and without what the camera wrote into it", async ({
  visit,
  bot,
  page,
  app,
}) => {
  const { widget } = await meetPerson(visit, bot);
  await choose(page, widget.panel, await photo(3200, 1600));
  const link = widget.log.locator("a[href*='/api/files/']");
  await expect(link.locator("canvas")).toBeVisible();
  const [file] = bot.files;
  expect(bot.files).toHaveLength(1);
  expect(file).toMatchObject({
    visitorKey: "key",
    key: expect.stringMatching(/^[\da-f]{32}$/),
  });
  const { format, width, height, exif, orientation } = await sharp(file?.bytes).metadata();
  expect({ format, width, height, exif, orientation }).toEqual({ format: "jpeg", width: 800, height: 1600 });
  await expect(link).toHaveAttribute(
    "href",
    `${app.origin}/api/files/${file?.key}?until=1767225600&key=secret`,
  );
  expect(await link.locator("canvas").boundingBox()).toMatchObject({ width: 130, height: 260 });
  // The same one may be chosen again, and is another one.
  await choose(page, widget.panel, await photo(3200, 1600));
  await expect(link).toHaveCount(2);
  expect(bot.files[1]?.key).not.toBe(file?.key);
});

test("what is transparent is white, and what is small stays as large as it is", async ({
  visit,
  bot,
  page,
}) => {
  const { widget } = await meetPerson(visit, bot);
  const clear = { r: 0, g: 0, b: 0, alpha: 0 };
  const png = await sharp({ create: { width: 40, height: 30, channels: 4, background: clear } })
    .png()
    .toBuffer();
  await choose(page, widget.panel, png, "image/png");
  await expect.poll(() => bot.files.length).toBe(1);
  const { data, info } = await sharp(bot.files[0]?.bytes).raw().toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width: 40, height: 30, channels: 3 });
  expect(data[0]).toBeGreaterThan(250);
});

test("what the browser can't read is sent as it is, and the server's words are shown", async ({
  visit,
  bot,
  page,
}) => {
  const error = "這個檔案不是圖片，請換一張。";
  bot.fileFaults.push(
    { status: 400, body: { success: false, error } },
    { status: 400, body: { success: false, error } },
  );
  const { widget } = await meetPerson(visit, bot);
  const bytes = Buffer.from("no picture at all");
  await choose(page, widget.panel, bytes);
  const status = widget.log.locator(".status:visible");
  await expect(status).toContainText(error);
  expect(bot.files[0]?.bytes.equals(bytes)).toBe(true);
  await expect(widget.bubbles.last()).toHaveText("(圖片)");
  // Of too much goes what tells the server so.
  await choose(page, widget.panel, randomBytes(6_000_000));
  await expect(status).toHaveCount(2);
  expect(bot.files[1]?.bytes).toHaveLength(5 * 1024 * 1024 + 1);
});

test("can be pasted into the field; what comes with words of its own is text", async ({ visit, bot }) => {
  const { widget } = await meetPerson(visit, bot);
  const picture = await photo(64, 32);
  const cells = { "text/plain": "價格\t100", "text/html": "<table><td>價格<td>100</table>" };
  expect(await hand(widget.input, "paste", picture, cells)).toBe(false);
  expect(await hand(widget.input, "paste", picture, { "text/html": "<img src=a.jpg>" })).toBe(true);
  await expect(widget.log.locator("a[href] canvas")).toHaveCount(1);
  expect(bot.files).toHaveLength(1);
});

test("can be dropped onto the panel, which the page learns nothing of", async ({ visit, bot, page }) => {
  const { widget } = await meetPerson(visit, bot);
  await expect
    .poll(() =>
      widget.input.evaluate((input) => {
        let isSeen = false;
        const see = () => {
          isSeen = true;
        };
        document.addEventListener("drop", see);
        input.dispatchEvent(new Event("drop", { bubbles: true, composed: true }));
        document.removeEventListener("drop", see);
        return isSeen;
      }),
    )
    .toBe(false);
  expect(await hand(widget.log, "drop", await photo(64, 32))).toBe(true);
  await expect(widget.log.locator("a[href] canvas")).toHaveCount(1);
  await expect(page.locator("h1")).toBeVisible();
});

test("is seen while it is on its way, and keeps its place between two messages", async ({
  visit,
  bot,
  page,
}) => {
  const gate = Promise.withResolvers<void>();
  bot.fileFaults.push({ until: gate.promise });
  const { widget } = await meetPerson(visit, bot);
  bot.answer = () => ({ ...asked, message_id: undefined, ...taken, turn_id: "turn-9" });
  await widget.ask("一");
  await choose(page, widget.panel, await photo(64, 32));
  const canvas = widget.log.locator("canvas");
  await expect(canvas).toHaveCSS("opacity", "0.6");
  await widget.ask("二");
  await expect(widget.bubbles).toHaveText([/你好/, "我要找真人", asked.reply, "一", "", "二"]);
  expect(bot.messages).toHaveLength(2);
  gate.resolve();
  await expect(canvas).toHaveCSS("opacity", "1");
  await expect.poll(() => bot.messages.length).toBe(3);
  expect(bot.messages[2]?.body.history).toContainEqual({ role: "user", content: "(圖片)" });
});

test("that failed is sent again: the same bytes under the same key", async ({ visit, bot, page }) => {
  bot.fileFaults.push({ status: 500, body: { success: false, error: "出了狀況" } });
  const { widget } = await meetPerson(visit, bot);
  await choose(page, widget.panel, await photo(640, 320));
  await expect(widget.log.locator(".status:visible")).toContainText("出了狀況");
  await widget.log.getByRole("button", retry).click();
  await expect(widget.log.locator("a[href] canvas")).toBeVisible();
  await expect(widget.log.locator(".status:visible")).toHaveCount(0);
  expect(bot.files).toHaveLength(2);
  expect(bot.files[1]?.key).toBe(bot.files[0]?.key);
  expect(bot.files[1]?.bytes.equals(bot.files[0]?.bytes ?? Buffer.alloc(0))).toBe(true);
});

test("a 429 counts down, then offers to try again", async ({ visit, bot, page }) => {
  await page.clock.install();
  bot.fileFaults.push({
    status: 429,
    body: { success: false, error: "太多" },
    headers: { "retry-after": "7" },
  });
  const { widget } = await meetPerson(visit, bot);
  await page.clock.pauseAt(Date.now() + 60_000);
  await choose(page, widget.panel, await photo(64, 32));
  const status = widget.log.locator(".status:visible");
  await expect(status).toContainText("請等 7 秒");
  await page.clock.runFor(8000);
  await widget.log.getByRole("button", retry).click();
  await expect(widget.log.locator("a[href] canvas")).toBeVisible();
});

test("waits for the network", async ({ visit, bot, page, context }) => {
  const { widget } = await meetPerson(visit, bot);
  await context.setOffline(true);
  await choose(page, widget.panel, await photo(64, 32));
  await expect(widget.log.locator(".status:visible")).toHaveText("目前送不出去，會自動再試");
  await context.setOffline(false);
  await expect(widget.log.locator("a[href] canvas")).toBeVisible();
  expect(new Set(bot.files.map(({ key }) => key)).size).toBe(1);
});

test("that was not sent before the page was left does not wait for ever", async ({ visit, bot, page }) => {
  const gate = Promise.withResolvers<void>();
  bot.fileFaults.push({ until: gate.promise });
  const { widget } = await meetPerson(visit, bot);
  await choose(page, widget.panel, await photo(64, 32));
  await expect.poll(() => bot.files.length).toBe(1);
  await visit("other");
  await expect(widget.log.locator(".status:visible")).toHaveText("可能沒傳出去，請再選一次");
  await expect(widget.log.getByRole("button", retry)).toHaveCount(0);
  await expect(widget.bubbles.last()).toHaveText("(圖片)");
  gate.resolve();
  expect(bot.files).toHaveLength(1);
});

test("that the server has, though the page that sent it was left, is told by its stream", async ({
  visit,
  bot,
  page,
}) => {
  const gate = Promise.withResolvers<void>();
  bot.fileFaults.push({ until: gate.promise }, { until: gate.promise });
  const { widget, line } = await meetPerson(visit, bot);
  // Two wait: their sizes tell which of them arrived.
  await choose(page, widget.panel, await photo(64, 32));
  await expect(widget.log.locator("canvas")).toHaveCount(1);
  await choose(page, widget.panel, await photo(80, 40));
  await expect(widget.log.locator("canvas")).toHaveCount(2);
  await visit("other");
  const status = widget.log.locator(".status:visible");
  await expect(status).toHaveCount(2);
  line.add("turn", {
    ...{ turn_id: "turn-70", role: "visitor", texts: [word] },
    picture: { url: pathOf("p7"), width: 40, height: 80 },
  });
  await expect(status).toHaveCount(1);
  await expect(widget.bubbles).toHaveText([/你好/, "我要找真人", asked.reply, "(圖片)", "(圖片)"]);
  const links = widget.log.locator("a.bubble");
  await expect(links.last()).toHaveAttribute("href", /files.p7/);
  await expect(links.first()).not.toHaveAttribute("href");
  gate.resolve();
});

test("chosen by one visitor is not sent for the next, who begins while it is made smaller", async ({
  visit,
  bot,
  page,
}) => {
  const { widget } = await meetPerson(visit, bot);
  await page.evaluate(() => {
    const { createImageBitmap: make } = window;
    const shrink = Promise.withResolvers<void>();
    Object.assign(window, { goOn: shrink.resolve });
    Object.assign(window, {
      createImageBitmap: async (...of: Parameters<typeof make>) => {
        Object.assign(window, { isShrinking: true });
        await shrink.promise;
        return make(...of);
      },
    });
  });
  await choose(page, widget.panel, await photo(64, 32));
  await page.waitForFunction("isShrinking");
  await page.evaluate("dawen.reset()");
  await expect(widget.bubbles).toHaveText([/你好/]);
  await page.evaluate("goOn()");
  bot.answer = () => ({ ...asked, visitor_key: "key-2", turn_id: "turn-80", handoff: true });
  await widget.ask("我是另一個人");
  await expect(widget.bubbles).toHaveText([/你好/, "我是另一個人", asked.reply]);
  expect(bot.files).toEqual([]);
});

test("a file that is dropped onto the panel never opens in the page's place", async ({ visit, bot }) => {
  const widget = await visit();
  await widget.open();
  bot.answer = () => ({ ...asked, visitor_key: "key", turn_id: "turn-0", handoff: false });
  await widget.ask("一");
  await expect(widget.bubbles).toHaveCount(3);
  expect(await hand(widget.log, "drop", await photo(64, 32))).toBe(true);
  await expect(widget.bubbles).toHaveCount(3);
  expect(bot.files).toEqual([]);
});

test("one that is a line is sent as one, and is seen", async ({ visit, bot, page }) => {
  const { widget } = await meetPerson(visit, bot);
  const line = await sharp({ create: { width: 8_000, height: 2, channels: 3, background: "#06c" } })
    .png()
    .toBuffer();
  await choose(page, widget.panel, line, "image/png");
  await expect(widget.log.locator("a[href] canvas")).toBeVisible();
  expect(await sharp(bot.files[0]?.bytes).metadata()).toMatchObject({
    ...{ format: "jpeg", width: 1_600, height: 1 },
  });
});

test("the button is there while somebody awaits or has a person, and no longer", async ({
  visit,
  bot,
  page,
}) => {
  const widget = await visit();
  await widget.open();
  bot.answer = () => ({ ...asked, visitor_key: "key", turn_id: "turn-0", handoff: false });
  await widget.ask("一");
  await expect(widget.bubbles).toHaveCount(3);
  const button = widget.panel.getByRole("button", label);
  await expect(button).toHaveCount(0);
  // Nor is anything taken that is dropped or pasted.
  expect(await hand(widget.input, "paste", await photo(64, 32))).toBe(false);
  await page.evaluate("dawen.reset()");
  const { line } = await meetPerson(visit, bot, "other");
  await expect(button).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(button).toBeFocused();
  line.add("state", { handoff: false });
  await expect(button).toHaveCount(0);
  await expect(widget.panel).toBeFocused();
  expect(bot.files).toEqual([]);
});

test("a page with a strict policy shows what is sent", async ({ visit, bot, page }) => {
  const { widget } = await meetPerson(visit, bot, "csp");
  await choose(page, widget.panel, await photo(64, 32));
  await expect(widget.log.locator("a[href] canvas")).toBeVisible();
});

for (const theme of ["light", "dark"] as const) {
  for (const [locale, name, width] of [
    ["zh-TW", "圖片", 390],
    ["en", "Picture", 1440],
  ] as const) {
    test.describe(`axe, ${theme}, ${locale}, ${width} px wide`, () => {
      test.use({ colorScheme: theme, viewport: { width, height: 844 } });

      test("finds nothing", async ({ visit, bot, page }, info) => {
        bot.fileFaults.push(
          {},
          { status: 400, body: { success: false, error: "這個檔案不是圖片，請換一張。" } },
        );
        const { widget, line } = await meetPerson(visit, bot, "plain", { "data-locale": locale });
        await page.unroute("**/api/files/**");
        await page.route(/api.(files|faces)/, async (route) =>
          route.fulfill({ contentType: "image/jpeg", body: await photo(900, 1200) }),
        );
        const choosing = page.waitForEvent("filechooser");
        const button = widget.panel.getByRole("button", { name, exact: true });
        const { width: wide = 0, height: high = 0 } = (await button.boundingBox()) ?? {};
        expect(Math.min(wide, high)).toBeGreaterThanOrEqual(44);
        await button.click();
        await (await choosing).setFiles({
          name: "a.jpg",
          mimeType: "image/jpeg",
          buffer: await photo(3000, 2000),
        });
        await expect(widget.log.locator("a[href] canvas")).toBeVisible();
        const picture = { url: "/api/files/p1?until=1&key=k", width: 1200, height: 900 };
        line.add("state", { handoff: true, person: { ...taken.person, avatar_url: "/api/faces/f1" } });
        line.add("turn", {
          turn_id: "turn-60",
          role: "person",
          texts: [word],
          person: { ...taken.person, avatar_url: "/api/faces/f1" },
          picture,
        });
        await expect(widget.log.getByRole("img", { name: word })).toHaveJSProperty("naturalWidth", 1200);
        await expectNoViolations(page, "pictures both ways", { within: "dawen-widget" });
        await page.screenshot({ path: info.outputPath("pictures.png") });
        const again = page.waitForEvent("filechooser");
        await button.click();
        await (await again).setFiles({
          name: "a.jpg",
          mimeType: "image/jpeg",
          buffer: await photo(900, 900),
        });
        await expect(widget.log.locator(".status:visible")).toBeVisible();
        await expectNoViolations(page, "one that failed", { within: "dawen-widget" });
        await page.screenshot({ path: info.outputPath("failed.png") });
      });
    });
  }
}
