import type { Page } from "@playwright/test";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { isHydrated } from "../support/wait-for-react";
import type { Screen } from "./screen";
import type { Stage } from "./stage";

const height = 900;

/** Opens a screen in a page of its viewer's context and brings it into its state. Throws on another HTTP status. */
export async function openScreen(page: Page, screen: Screen, stage: Stage, locale: Locale): Promise<void> {
  await page.setViewportSize({ width: screen.actWidth ?? 1440, height });
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const response = await page.goto(screen.path(stage));
  const status = response?.status();
  if (status !== (screen.status ?? 200)) throw new Error(`${screen.name} (${locale}): HTTP ${status}`);
  await page.locator("h1").first().waitFor();
  await page.waitForFunction(isHydrated);
  await screen.act?.(page, getCatalog(locale), stage);
}
