import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/support/fixtures";
import { openChatPath } from "@/e2e/support/open-chat-path";

/** Holds the page's forms back until the returned function is called. */
async function holdForms(page: Page): Promise<() => void> {
  const { promise: held, resolve } = Promise.withResolvers<void>();
  await page.route("**/chats/**", async (route) => {
    if (route.request().headers()["next-action"]) await held;
    await route.fallback();
  });
  return resolve;
}

const fieldOf = (page: Page) => page.getByRole("textbox", { name: "寫給團隊的備註" });
const replyOf = (page: Page) => page.getByRole("textbox", { name: "回覆訪客" });

test.beforeEach(async ({ team, post }) => {
  await post("message", { token: team.bot.token, chat_id: "web_0000000001d1", message: "有人在嗎" });
});

async function openChat(page: Page): Promise<void> {
  await page.goto("/chats");
  await page.getByRole("region").getByRole("listitem").first().getByRole("link").click();
  await expect(page.getByRole("log")).toContainText("有人在嗎");
}

async function writeNote(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: "內部備註" }).click();
  await fieldOf(page).fill(text);
  await page.getByRole("button", { name: "存備註" }).click();
  await expect(page.getByRole("log")).toContainText(text);
}

test("what is typed on while a changed note is being saved stays, and so does what Escape ended", async ({
  team,
  pageOf,
}) => {
  const page = await pageOf(team.owner);
  await openChat(page);
  await writeNote(page, "熟客");
  const own = page.getByRole("log");
  await own.getByRole("button", { name: "修改" }).click();
  const letGo = await holdForms(page);
  const field = own.getByRole("textbox");
  await field.fill("熟客，先退運費");
  await field.press("Enter");
  await expect(own.getByRole("button", { name: "儲存" })).toBeDisabled();
  await field.press("End");
  await page.keyboard.type("和手續費");
  letGo();
  await expect(own.getByRole("button", { name: "儲存" })).toBeEnabled();
  await expect(field).toHaveValue("熟客，先退運費和手續費");
  await page.reload();
  await own.getByRole("button", { name: "修改" }).click();
  await expect(field).toHaveValue("熟客，先退運費和手續費");

  await field.press("Escape");
  await expect(field).toHaveCount(0);
  await expect(own.getByText("熟客，先退運費", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "復原" }).click();
  await expect(field).toHaveValue("熟客，先退運費和手續費");
  await own.getByRole("button", { name: "取消" }).click();
  await own.getByRole("button", { name: "修改" }).click();
  await expect(field).toHaveValue("熟客，先退運費");
});

test("what is typed on while a reply is being sent is the next one, and a note that was left shows by itself", async ({
  team,
  pageOf,
}) => {
  const page = await pageOf(team.owner);
  await openChat(page);
  await page.getByRole("button", { name: "內部備註" }).click();
  await fieldOf(page).fill("還沒寫完");
  await page.reload();
  await expect(fieldOf(page)).toHaveValue("還沒寫完");
  await fieldOf(page).fill("");

  await page.getByRole("button", { name: "接手" }).click();
  const letGo = await holdForms(page);
  await replyOf(page).fill("您好");
  await replyOf(page).press("Enter");
  await expect(page.getByRole("button", { name: "送出" })).toBeDisabled();
  await replyOf(page).press("End");
  await page.keyboard.type("，這裡是客服");
  letGo();
  await expect(page.getByRole("log").locator("[data-turn]").last()).toContainText("您好");
  await expect(replyOf(page)).toHaveValue("，這裡是客服");
  await page.reload();
  await expect(replyOf(page)).toHaveValue("，這裡是客服");
});

test("a second tab of the chat takes nothing over that is typed in the first, and keeps nothing that it sent", async ({
  team,
  pageOf,
}) => {
  const page = await pageOf(team.owner);
  await openChat(page);
  await page.getByRole("button", { name: "接手" }).click();
  const other = await page.context().newPage();
  await other.goto(await openChatPath(page));
  await expect(replyOf(other)).toHaveValue("");
  await replyOf(page).pressSequentially("您好，請說");
  await expect.poll(() => other.evaluate(() => Object.values(localStorage).join())).toContain("您好，請說");
  await expect(replyOf(other)).toHaveValue("");
  await other.reload();
  await expect(replyOf(other)).toHaveValue("您好，請說");
  await page.getByRole("button", { name: "送出" }).click();
  await expect(replyOf(page)).toHaveValue("");
  await expect(replyOf(other)).toHaveValue("");
});
