import type { Page } from "@playwright/test";
import { expectNoViolations } from "../support/expect-no-violations";
import { expect, test } from "./fixtures";

const ANSWER = {
  success: true,
  reply: "可以,**七天內**都能退:\n\n1. 寄回\n2. 等`退款`\n\n[退貨說明](https://example.com/returns)",
  extra_replies: [{ text: "運費由我們出。" }],
  sources: [
    { title: "退換貨說明", quote: "收到商品七天內可以退貨。", url: "https://example.com/returns" },
    { title: "運費", quote: "滿千免運。" },
  ],
};

test.describe.configure({ timeout: 180_000 });

for (const theme of ["light", "dark"] as const) {
  for (const width of [1440, 768, 390]) {
    test.describe(`axe, ${theme}, ${width} px wide`, () => {
      test.use({ colorScheme: theme, viewport: { width, height: 844 } });

      test("finds nothing from the launcher to an answer's sources", async ({ visit, bot, page }) => {
        bot.config.suggestions = ["可以退貨嗎?", "運費多少?"];
        bot.answer = () => ANSWER;
        const widget = await visit();
        await expect(widget.launcher).toBeVisible();
        await expectClean(page, "closed");
        await widget.open();
        await expect(widget.log.getByRole("button", { name: "運費多少?" })).toBeVisible();
        await expectClean(page, "welcome and suggestions");
        await widget.input.fill("茶".repeat(301));
        await expectClean(page, "too long a draft");
        await widget.ask("可以退貨嗎?");
        await expect(widget.bubbles).toHaveCount(4);
        await expectClean(page, "an answer");
        await widget.log.getByRole("button", { name: "退換貨說明" }).click();
        await expect(widget.log.locator("blockquote:visible")).toBeVisible();
        await expectClean(page, "sources unfolded");
      });

      test("finds nothing on a bad day", async ({ visit, bot, page }) => {
        const gate = Promise.withResolvers<void>();
        bot.faults.push({ until: gate.promise, status: 500 }, { status: 429 });
        const widget = await visit();
        await widget.open();
        await widget.ask("一");
        await expect(widget.log.locator(".typing")).toBeVisible();
        await expectClean(page, "an answer on its way");
        gate.resolve();
        await expect(widget.log.getByRole("button", { name: "再試一次" })).toBeVisible();
        await expectClean(page, "a failed message");
        await widget.ask("二");
        await expect(widget.log.locator(".status:visible")).toHaveCount(2);
        await expectClean(page, "too many messages");
        bot.config.enabled = false;
        await widget.ask("三");
        await expect(widget.panel.locator(".notice")).toBeVisible();
        await expectClean(page, "paused");
      });
    });
  }
}

/** Looks at the widget as it stands on the page: what axe says of the page itself is the page's business. */
const expectClean = (page: Page, state: string) =>
  expectNoViolations(page, state, { within: "dawen-widget" });
