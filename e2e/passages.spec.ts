import { pdfFile } from "@/test/files/pdf-file";
import { addFile } from "./support/add-file";
import { expect, test } from "./support/fixtures";

test("an owner sees why: from the answer to the passage it quotes, its page, and the place that a search marks @phone", async ({
  app,
  team,
  pageOf,
  post,
}) => {
  test.setTimeout(120_000);
  const lines = (...texts: string[]) => texts.map((text, at) => ({ x: 72, y: 700 - at * 24, text }));
  const content = new Uint8Array(
    pdfFile([lines("山茶保固期間是購買後十八個月。"), lines("離島運費一百二十元。")]),
  );
  const sent = await addFile(app.baseUrl, { bot: team.bot, by: team.owner, name: "手冊.pdf", content });
  expect(sent.status).toBe(201);
  const page = await pageOf(team.owner);
  await page.goto(`/bots/${team.bot.id}/knowledge`);
  const publish = page.getByRole("button", { name: "發布：手冊.pdf" });
  await publish.click({ timeout: 60_000 });
  await expect(page.getByRole("link", { name: "手冊", exact: true })).toBeVisible({ timeout: 30_000 });

  await page.getByLabel("問題", { exact: true }).fill("離島運費多少？");
  await page.getByRole("button", { name: "問", exact: true }).click();
  await page.getByText("為什麼這樣回答").click();
  const link = page.getByRole("link", { name: /^第 \d+ 段，共 \d+ 段$/ }).first();
  await expect(page.getByRole("paragraph").filter({ has: link })).toContainText(/ · 第 \d 頁/);
  await link.click();
  await expect(page.getByRole("heading", { name: "機器人看到的段落" })).toBeVisible();
  const passage = page.getByRole("listitem").filter({ hasText: "離島運費一百二十元。" });
  await expect(passage).toContainText(/第 1 到 2 頁|第 2 頁/);
  // The try box is no visitor.
  await expect(passage).toContainText("還沒有回答引用過");
  await page.getByRole("searchbox", { name: "在段落裡搜尋" }).fill("運費");
  await page.getByRole("searchbox", { name: "在段落裡搜尋" }).press("Enter");
  await expect(page.locator("mark").filter({ hasText: "運費" }).first()).toBeVisible();
  await page.getByRole("link", { name: "回到文件" }).click();
  await expect(page.getByRole("link", { name: "看機器人看到的段落" })).toBeVisible();

  // What visitors get of it is as the contract has it: no page.
  const answer = await post("message", { token: team.bot.token, message: "離島運費多少？" });
  const { sources } = JSON.parse(await answer.text());
  expect(sources[0].quote).toContain("離島運費一百二十元");
  expect(sources[0]).not.toHaveProperty("page");
});
