import type { Page } from "@playwright/test";

/**
 * Lets the actions of the chats page reach the server and holds their answers back, until the returned function is
 * called; that one waits until none is held any more.
 */
export async function holdAnswers(page: Page): Promise<() => Promise<void>> {
  const { promise: isReleased, resolve } = Promise.withResolvers<void>();
  await page.route("**/chats/**", async (route) => {
    if (!route.request().headers()["next-action"]) return route.fallback();
    const response = await route.fetch();
    await isReleased;
    await route.fulfill({ response });
  });
  return () => {
    resolve();
    return page.unrouteAll({ behavior: "wait" });
  };
}
