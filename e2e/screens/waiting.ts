import { waitForShape } from "../support/wait-for-shape";
import type { Screen } from "./screen";

/** The shape of a page between the click on its link and its arrival. */
export function waiting(name: string, path: Screen["path"], to: string | Screen["path"]): Screen[] {
  const act: Screen["act"] = async (page, words, stage) => {
    const href = typeof to === "string" ? to : to(stage);
    await waitForShape(page, href);
    await page.route(
      (url) => url.searchParams.has("_rsc"),
      (route) => (route.request().headers()["next-router-prefetch"] ? route.continue() : undefined),
    );
    await page.locator(`a[href="${href}"]`).locator("visible=true").last().click();
    await page.getByRole("status").filter({ hasText: words.common.loading }).waitFor();
  };
  return [{ name, file: "components/shell/page-skeleton.tsx", viewer: "owner", path, act }];
}
