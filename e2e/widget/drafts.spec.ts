import type { Page } from "@playwright/test";
import { expect, test, widgetOn } from "./fixtures";
import { deafen, move } from "./kept-pages";

// No typed word is ever lost, whichever tab or page it was typed in.

/** What the browser keeps of the visitor's words, as the page's storage has it. */
const kept = (page: Page) => page.evaluate(() => Object.values(localStorage).join());

test.describe("words that were typed and not sent", () => {
  test("stay when another tab, in which nothing was typed, is left", async ({
    visit,
    address,
    context,
    page,
  }) => {
    const widget = await visit();
    await widget.open();
    await expect(widget.input).toHaveValue("");
    const other = await context.newPage();
    await other.goto(address());
    const second = widgetOn(other);
    await expect(second.panel).toBeVisible();
    await second.input.fill("還沒寫完");
    await expect.poll(() => kept(page)).toContain("還沒寫完");
    await other.close();
    await visit("other");
    await expect(widget.input).toHaveValue("還沒寫完");
  });

  test("are emptied by who empties them, in whichever tab", async ({ visit, address, context, page }) => {
    const widget = await visit();
    await widget.open();
    await widget.input.fill("還沒寫完");
    await expect.poll(() => kept(page)).toContain("還沒寫完");
    const other = await context.newPage();
    await other.goto(address());
    const second = widgetOn(other);
    await expect(second.input).toHaveValue("還沒寫完");
    await second.input.fill("");
    await expect.poll(() => kept(other)).not.toContain("還沒寫完");
    await expect(widget.input).toHaveValue("");
    await other.close();
    await visit("other");
    await expect(widget.panel).toBeVisible();
    await expect(widget.input).toHaveValue("");
  });

  test("stay before what the page asks and can't be sent", async ({ visit, page, bot }) => {
    const long = "長".repeat(301);
    const widget = await visit();
    await widget.open();
    await widget.input.fill("打到一半");
    await page.evaluate((text) => Reflect.get(window, "dawen").send(text), long);
    await expect(widget.input).toHaveValue(`打到一半\n${long}`);
    await page.evaluate((text) => Reflect.get(window, "dawen").send(text), long);
    await page.evaluate(() => Reflect.get(window, "dawen").send(" "));
    await expect(widget.input).toHaveValue(`打到一半\n${long}`);
    // What can be sent leaves the field as it is.
    await page.evaluate(() => Reflect.get(window, "dawen").send("可以退貨嗎?"));
    await expect(widget.bubbles).toHaveCount(3);
    await expect(widget.input).toHaveValue(`打到一半\n${long}`);
    await visit("other");
    await expect(widget.input).toHaveValue(`打到一半\n${long}`);
    expect(bot.messages.map(({ body }) => body.message)).toEqual(["可以退貨嗎?"]);
  });

  test("come back where another tab has overwritten them without having seen them", async ({
    visit,
    address,
    context,
    page,
  }) => {
    const widget = await visit();
    await widget.open();
    await expect.poll(() => kept(page)).toContain('"isOpen":true');
    const before = await page.evaluate(() => Object.entries(localStorage)[0] ?? ["", ""]);
    await widget.input.fill("還沒寫完");
    await expect.poll(() => kept(page)).toContain("還沒寫完");
    const other = await context.newPage();
    await other.goto(address("plain", { token: "" }));
    await other.evaluate(([key, value]) => localStorage.setItem(key, value), before);
    await expect.poll(() => kept(page)).toContain("還沒寫完");
    await expect(widget.input).toHaveValue("還沒寫完");
    await other.close();
    await visit("other");
    await expect(widget.input).toHaveValue("還沒寫完");
  });

  test("are on a page that Back brings what they have become since", async ({
    visit,
    address,
    context,
    page,
  }) => {
    await deafen(page);
    const widget = await visit();
    await widget.open();
    await widget.input.fill("還沒");
    await move(page, "pagehide");
    const next = await context.newPage();
    await next.goto(address("other"));
    const second = widgetOn(next);
    await expect(second.input).toHaveValue("還沒");
    await second.input.fill("還沒寫完");
    await expect.poll(() => kept(next)).toContain("還沒寫完");
    await expect(widget.input).toHaveValue("還沒");
    await move(page, "pageshow");
    await expect(widget.input).toHaveValue("還沒寫完");
    // What is typed there at this moment is newer.
    await widget.input.evaluate((field: HTMLTextAreaElement) => {
      field.value = "寫完了";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    });
    await expect(widget.input).toHaveValue("寫完了");
    await expect(second.input).toHaveValue("寫完了");
  });
});
