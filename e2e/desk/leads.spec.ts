import { readFile } from "node:fs/promises";
import { expect, test } from "@/e2e/support/fixtures";

test("@phone staff find who left a contact, see what is open, and take the list along", async ({
  team,
  post,
  pageOf,
}) => {
  const { token } = team.bot;
  const leave = async (body: Record<string, string>) =>
    expect((await post("contact", { token, locale: "zh-TW", ...body })).status).toBe(200);
  const page = await pageOf(team.owner);
  await page.goto("/leads");
  await expect(page.getByText("還沒有人留言")).toBeVisible();
  const nav = page.getByRole("navigation", { name: "主選單" });
  await expect(nav.getByRole("link", { name: "留言" })).toHaveAttribute("aria-current", "page");

  // The page and the count in the menu grow by themselves.
  await leave({
    chat_id: "web_00000000f101",
    name: "王小明",
    phone: "+886 912-345-678",
    question: "臺北門市幾點開？",
  });
  await leave({ chat_id: "web_00000000f102", email: "mei@example.com", question: "可以改地址嗎？" });
  const rows = page
    .getByRole("table")
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader") });
  // Two seconds after the last, by way of a count and of the page's own data.
  await expect(rows).toHaveCount(2, { timeout: 45_000 });
  await expect(nav.getByRole("link", { name: "2 則還沒回覆的留言" })).toBeVisible();

  const find = page.getByRole("searchbox", { name: "找稱呼、電話、Email 或問題" });
  await find.fill("台北门市");
  await find.press("Enter");
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("王小明");
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "下載 CSV" }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/^leads-\d{4}-\d\d-\d\d\.csv$/);
  const csv = await readFile(await file.path(), "utf8");
  expect(csv.startsWith('\uFEFF"時間","狀態"')).toBe(true);
  expect(csv.trimEnd().split("\r\n")).toHaveLength(2);
  expect(csv).toContain(`"王小明","'+886 912-345-678",`);

  await page.getByRole("link", { name: "清除條件" }).click();
  await expect(rows).toHaveCount(2);
  await rows.filter({ hasText: "mei@example.com" }).getByRole("link").click();
  await expect(page.getByRole("log")).toContainText("可以改地址嗎？");
  await page.getByRole("button", { name: "接手" }).click();
  const reply = page.getByRole("textbox", { name: "回覆訪客" });
  await reply.fill("可以，請告訴我們新地址。");
  await page.getByRole("button", { name: "送出" }).click();
  await expect(page.getByRole("log")).toContainText("可以，請告訴我們新地址。");

  await page.goto("/leads?state=answered");
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("回覆過");
  await expect(nav.getByRole("link", { name: "1 則還沒回覆的留言" })).toBeVisible();
});
