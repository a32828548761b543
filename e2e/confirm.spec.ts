import { getCatalog } from "@/lib/i18n/get-catalog";
import { expect, test } from "./support/fixtures";

const words = getCatalog("zh-TW");

test("what asks first is done when it is confirmed: a member is removed, a key is revoked", async ({
  team,
  pageOf,
}) => {
  const agent = await team.addMember("agent");
  const page = await pageOf(team.owner);
  await page.goto("/team");
  const row = page.getByRole("row").filter({ hasText: agent.email });
  await row.getByRole("button", { name: words.team.memberMenu(agent.name) }).click();
  // By keyboard: a click that is tried again scrolls the page first, and a menu follows a frame later.
  await page.getByRole("button", { name: words.team.remove.submit }).locator("visible=true").press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: words.team.remove.submit }).click();
  await expect(row).toHaveCount(0);

  await page.goto("/team/keys");
  await page.locator("input[name=name]").fill("同步");
  await page.getByRole("checkbox", { name: words.keys.scopes["knowledge:write"].label }).check();
  await page.getByRole("button", { name: words.keys.make.submit }).click();
  const key = page.getByRole("listitem").filter({ hasText: "同步" });
  await key.getByRole("button", { name: words.keys.revoke.label("同步") }).click();
  await page.getByRole("dialog").getByRole("button", { name: words.keys.revoke.submit }).click();
  await expect(page.getByText(words.keys.revoke.done("同步"))).toBeVisible();
  await expect(key.getByRole("button")).toHaveCount(0);
});
