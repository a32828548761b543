import { expect, type Locator } from "@playwright/test";

/** Opens a menu and clicks an item of it; once more where the page is drawn anew meanwhile, which closes a menu. */
export async function chooseInMenu(menu: Locator, item: Locator): Promise<void> {
  await expect(async () => {
    if (!(await item.isVisible())) await menu.click();
    await item.click({ timeout: 2_000 });
  }).toPass();
}
