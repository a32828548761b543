import type { Page } from "@playwright/test";

/** Presses the page's first button of that name. */
export function submit(page: Page, name: string): Promise<void> {
  return page.getByRole("main").getByRole("button", { name, exact: true }).first().click();
}
