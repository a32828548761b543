import type { Browser, BrowserContext, BrowserContextOptions } from "@playwright/test";
import { waitForReact } from "./wait-for-react";

/** A browser context of its own, whose pages are only used once React has taken them over, where they have scripts. */
export async function newContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  if (options.javaScriptEnabled !== false) waitForReact(context);
  return context;
}
