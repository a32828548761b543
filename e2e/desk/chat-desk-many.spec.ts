import type { Page } from "@playwright/test";
import { expectNoViolations } from "../support/expect-no-violations";
import { expect, test } from "../support/fixtures";

const rows = (page: Page) => page.getByRole("region", { name: "對話", exact: true }).getByRole("listitem");
const row = (page: Page, text: string) => rows(page).filter({ hasText: text });

test("@phone a chat is given to a colleague, who finds it under theirs and hears of it at once; the others see who has it", async ({
  team,
  post,
  pageOf,
}) => {
  test.slow();
  const { token } = team.bot;
  await post("message", { token, chat_id: "web_0000000000c1", message: "我要找真人", wants_person: true });
  const colleague = await team.addMember("agent");
  const [owner, agent] = [await pageOf(team.owner), await pageOf(colleague)];
  await agent.goto("/chats?view=mine");
  await expect(agent.getByText("你手上沒有對話")).toBeVisible();
  await owner.goto("/chats");
  await row(owner, "我要找真人").getByRole("link").click();
  await expect(owner.getByRole("log")).toContainText("我要找真人");
  await owner.getByRole("button", { name: "更多動作" }).click();
  await owner.getByRole("button", { name: "交給同事" }).click();
  const dialog = owner.getByRole("dialog", { name: "交給誰？" });
  await expect(dialog.getByRole("listitem")).toHaveCount(2);
  await expectNoViolations(owner, "whom to give it to");
  await dialog.getByRole("listitem").filter({ hasNotText: "（你）" }).getByRole("button").click();
  await expect(dialog).toBeHidden();
  await expect(row(agent, "我要找真人")).toContainText("交來的");
  await expect(owner.getByText("交來的")).toHaveCount(0);

  await row(agent, "我要找真人").getByRole("link").click();
  await agent.getByRole("textbox", { name: "回覆訪客" }).fill("您好，我來處理");
  await agent.getByRole("button", { name: "送出" }).click();
  await expect(owner.getByRole("log")).toContainText("您好，我來處理");

  // Back to the owner, by the owner: nobody else's reply goes then.
  await owner.getByRole("button", { name: "更多動作" }).click();
  await owner.getByRole("button", { name: "交給同事" }).click();
  await expect(dialog.getByRole("button", { disabled: true })).toContainText("在他手上");
  await dialog.getByRole("listitem").filter({ hasText: "（你）" }).getByRole("button").click();
  await expect(owner.getByRole("textbox", { name: "回覆訪客" })).toBeVisible();
  await expect(agent.getByRole("textbox", { name: "回覆訪客" })).toHaveCount(0);
});

test("@phone several chats are handed back to the bot at once, with what could not be and why", async ({
  team,
  post,
  pageOf,
}) => {
  test.slow();
  const { token } = team.bot;
  for (const [label, message] of [
    ["d1", "第一位找真人"],
    ["d2", "第二位找真人"],
    ["d3", "第三位找真人"],
  ] as const)
    await post("message", { token, chat_id: `web_0000000000${label}`, message, wants_person: true });
  await post("message", { token, chat_id: "web_0000000000d4", message: "你們幾點開門" });
  const [owner, agent] = [await pageOf(team.owner), await pageOf(await team.addMember("agent"))];
  await agent.goto("/chats");
  await row(agent, "第三位").getByRole("link").click();
  await agent.getByRole("button", { name: "接手" }).click();
  await expect(agent.getByRole("textbox", { name: "回覆訪客" })).toBeVisible();

  await owner.goto("/chats");
  await expect(rows(owner)).toHaveCount(4);
  await owner.getByRole("button", { name: "對話列表的動作" }).click();
  await owner.getByRole("button", { name: "選取多則" }).click();
  const boxes = rows(owner).getByRole("checkbox");
  await expect(boxes).toHaveCount(4);
  await row(owner, "第一位").getByRole("checkbox").check();
  await expect(owner.getByText("選了 1 則")).toBeVisible();
  await owner.getByRole("checkbox", { name: "全選" }).check();
  await expect(owner.getByText("選了 4 則")).toBeVisible();
  await expectNoViolations(owner, "chats being chosen");
  await owner.getByRole("button", { name: "交還機器人" }).click();
  await expect(owner.getByText("2 則交還給機器人了。")).toBeVisible();
  await expect(owner.getByText("1 則在別人手上")).toBeVisible();
  await expect(owner.getByText("1 則本來就由機器人回答")).toBeVisible();
  await expect(owner.getByText("選了 0 則")).toBeVisible();
  await agent.goto("/chats");
  await expect(row(agent, "第三位")).toContainText("你在處理");
  await owner.getByRole("button", { name: "結束選取" }).click();
  await expect(boxes).toHaveCount(0);
});

test("x chooses the chat whose row has the focus", async ({ team, post, pageOf }) => {
  const { token } = team.bot;
  await post("message", { token, chat_id: "web_0000000000e1", message: "你們幾點開門" });
  await post("message", { token, chat_id: "web_0000000000e2", message: "運費多少" });
  const page = await pageOf(team.owner);
  await page.goto("/chats");
  await expect(page.getByRole("status").filter({ hasText: "即時" }).first()).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(rows(page).first().getByRole("checkbox")).toBeChecked();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(page.getByText("選了 2 則")).toBeVisible();
});
