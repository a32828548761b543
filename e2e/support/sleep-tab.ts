import type { Page } from "@playwright/test";

/**
 * Halts all that a page does by itself, as a tab does that sleeps: no timer goes off, nothing that comes is read. The
 * debugger does it: what the headless shell is told of a page's life cycle (`Page.setWebLifecycleState`) halts nothing.
 * The page, which must be doing something now and then, can't be asked for anything until the returned is called.
 */
export async function sleepTab(page: Page): Promise<() => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  const paused = new Promise<void>((resolve) => devtools.once("Debugger.paused", () => resolve()));
  await devtools.send("Debugger.enable");
  await devtools.send("Debugger.pause");
  await paused;
  return async () => {
    await devtools.send("Debugger.resume");
    await devtools.detach();
  };
}
