import { expectNoViolations } from "@/e2e/support/expect-no-violations";
import { expect, test } from "@/e2e/support/fixtures";

for (const locale of ["zh-TW", "en"]) {
  test(`@phone axe finds nothing on the chats screens, ${locale}`, async ({ team, post, pageOf, app }) => {
    test.slow();
    const { token } = team.bot;
    const page = await pageOf(team.owner);
    await page.context().addCookies([{ name: "locale", value: locale, url: app.baseUrl }]);
    await page.goto("/chats");
    await expectNoViolations(page, "empty");
    const visitor = { name: "林小姐", email: "lin@example.com", plan: "pro" };
    await post("message", { token, chat_id: "web_000000000a01", message: "運費多少？" });
    await post("message", {
      token,
      chat_id: "web_000000000a02",
      message: "找人",
      wants_person: true,
      visitor,
    });
    const rows = page.locator("section:has(h1) li");
    await expect(rows).toHaveCount(2);
    await expectNoViolations(page, "the list");
    await rows.first().getByRole("link").click();
    await expect(page.getByRole("log")).toContainText("找人");
    await expectNoViolations(page, "a transcript with its visitor");
    for (const summary of await page.locator("summary:visible").all()) await summary.click();
    await expectNoViolations(page, "unfolded");
    await page.goto("/chats");
    await page.getByRole("searchbox").fill("誰也沒說過的話");
    await expect(rows).toHaveCount(0);
    await expectNoViolations(page, "nothing found");
  });
}
