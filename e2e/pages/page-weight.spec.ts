import { gzipSync } from "node:zlib";
import { expect, test } from "../support/fixtures";

/** Bytes of HTML before compression: of fifty rows, of them with all around them, and of a page without rows. */
const most = { rows: 25_000, list: 60_000, frame: 24_000 };

test("a page of fifty documents is light, and so is the frame around it", async ({ app, team }) => {
  test.setTimeout(180_000);
  const weigh = async (path: string) => {
    const response = await fetch(`${app.baseUrl}${path}`, { headers: { cookie: team.owner.cookie } });
    expect(response.status).toBe(200);
    const html = Buffer.from(await response.arrayBuffer());
    const description = `${path}: ${html.length} bytes, ${gzipSync(html).length} gzip`;
    test.info().annotations.push({ type: "html", description });
    return html.length;
  };
  const knowledge = `/bots/${team.bot.id}/knowledge`;
  const leads = await weigh("/leads");
  const empty = await weigh(knowledge);
  for (let number = 1; number <= 50; number++) {
    const title = `第 ${number} 份文件：退換貨與運送的規定`;
    await team.addDocument(title, "收到商品七天內都能退貨，運費由我們負擔。");
  }
  const full = await weigh(knowledge);
  expect(leads).toBeLessThanOrEqual(most.frame);
  expect(full).toBeLessThanOrEqual(most.list);
  expect(full - empty).toBeLessThanOrEqual(most.rows);
});

test("the menu of a row opens and closes by keyboard, and hands the focus back", async ({ team, pageOf }) => {
  await team.addDocument("運費", "滿千免運，離島加收一百二十元。");
  await team.addDocument("退貨", "收到後七天內可以退貨。");
  const page = await pageOf(team.owner);
  await page.goto(`/bots/${team.bot.id}/knowledge`);
  const button = page.getByRole("button", { name: "更多動作：運費" });
  const edit = page.getByRole("link", { name: "編輯" });
  await expect(edit).toHaveCount(0);
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(edit).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(edit).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(edit).toBeHidden();
  await expect(button).toBeFocused();
  await page.getByRole("button", { name: "更多動作：退貨" }).click();
  await expect(edit).toBeVisible();
  await edit.click();
  await expect(page.getByRole("heading", { name: "退貨", exact: true })).toBeVisible();
});
