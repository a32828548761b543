import type { Page } from "@playwright/test";
import type { App } from "./servers/app";
import type { TeamBot } from "./team";

/**
 * Opens the demo shop's page with another bot's token in its snippet, and keeps it so for later visits of this page.
 */
export async function openShop(page: Page, { demo, baseUrl }: App, bot: TeamBot): Promise<void> {
  await page.route(
    (url) => url.origin === new URL(baseUrl).origin && url.pathname === "/demo",
    async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll(demo.bots[0].token, bot.token);
      await route.fulfill({ response, body });
    },
  );
  await page.goto("/demo");
}
