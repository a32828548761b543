import { expect, type Page } from "@playwright/test";

/** The path of the chat that a staff page has open, once its address says so. */
export async function openChatPath(page: Page): Promise<string> {
  await expect(page).toHaveURL((url) => /^\/chats\/[0-9a-f-]{36}$/.test(url.pathname));
  return new URL(page.url()).pathname;
}
