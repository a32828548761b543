import type { BrowserContext, Page } from "@playwright/test";

/**
 * From now on `goto` and `reload` of the context's pages end when React has taken over all that a page holds, and what
 * is typed then is React's to see. Not with `waitUntil: "commit"`, for tests of what happens before.
 */
export function waitForReact(context: BrowserContext): void {
  context.on("page", (page) => {
    const goto = page.goto.bind(page);
    page.goto = async (url, options) => {
      const response = await goto(url, options);
      if (options?.waitUntil !== "commit") await waitUntilHydrated(page);
      return response;
    };
    const reload = page.reload.bind(page);
    page.reload = async (options) => {
      const response = await reload(options);
      if (options?.waitUntil !== "commit") await waitUntilHydrated(page);
      return response;
    };
  });
}

/** Fails where React has not come; a page that is not ours, was closed or went elsewhere is left as it is. */
async function waitUntilHydrated(page: Page): Promise<void> {
  try {
    await page.waitForFunction(isHydrated, undefined, { timeout: 30_000 });
  } catch (error) {
    if (Object(error).name === "TimeoutError")
      throw new Error(`React did not take over ${page.url()}`, { cause: error });
  }
}

/** Runs in the page: React has taken over all that stands in it, or never will, as on the pages of the public site. */
export function isHydrated(): boolean {
  if (!document.querySelector("script[src*='/_next/']")) return true;
  const elements = document.querySelectorAll(
    "main, main form, main button, main textarea, main input:not([type=hidden])",
  );
  return [...elements].every((element) => Object.keys(element).some((key) => key.startsWith("__react")));
}
