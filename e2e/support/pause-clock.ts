import { expect, type Page } from "@playwright/test";

/** Stops a page's clock, which was installed before it opened, a second from now at most. */
export async function pauseClock(page: Page): Promise<void> {
  // The second is over before the clock has stopped where the machine is busy: then it is tried again.
  await expect(async () => page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000))).toPass();
}
