import type { Page } from "@playwright/test";

/** Two frames: what the page and the browser do about a new size or theme is drawn. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}
