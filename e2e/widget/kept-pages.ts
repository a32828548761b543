import type { Page } from "@playwright/test";

// Headless Chromium keeps no page for Back, also where it is told to: `persisted` stays false. A page that hears
// nothing of what is stored meanwhile, and is told of its leaving and its return by events of ours, stands for one
// that was kept.

/** From its next load on, the page hears nothing of what other pages store. */
export async function deafen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.addEventListener("storage", (event) => event.stopImmediatePropagation(), { capture: true });
  });
}

/** Tells the page that the browser takes it away (`pagehide`), or shows it as it was (`pageshow`). */
export async function move(page: Page, type: "pagehide" | "pageshow"): Promise<void> {
  await page.evaluate((name) => {
    window.dispatchEvent(new PageTransitionEvent(name, { persisted: true }));
  }, type);
}
