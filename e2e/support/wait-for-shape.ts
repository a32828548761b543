import type { Page } from "@playwright/test";

/**
 * Waits until a page has, ahead of a click, the shape of the one that its link leads to: the router asks first for the
 * route, then for what shows while that loads. Who clicks before sees nothing until the server has answered.
 */
export async function waitForShape(page: Page, path: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    const asked = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
    return asked.filter((url) => url.pathname === wanted && url.searchParams.has("_rsc")).length >= 2;
  }, path);
}
