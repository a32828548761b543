import { expectNoViolations } from "../support/expect-no-violations";
import { expect, test } from "../support/fixtures";
import { holdAnswers } from "../support/hold-answers";
import { openChatPath } from "../support/open-chat-path";

test("@phone a member tags a chat, colleagues see it live and filter by it, the visitor's next words keep it", async ({
  team,
  post,
  pageOf,
}) => {
  test.slow();
  const { token } = team.bot;
  await post("message", { token, chat_id: "web_0000000000a1", message: "我要退貨" });
  await post("message", { token, chat_id: "web_0000000000a2", message: "你們幾點開門" });
  const [owner, agent] = [await pageOf(team.owner), await pageOf(await team.addMember("agent"))];
  await owner.goto("/chats");
  const row = (page: typeof owner, text: string) =>
    page.getByRole("region", { name: "對話", exact: true }).getByRole("listitem").filter({ hasText: text });
  await row(owner, "我要退貨").getByRole("link").click();
  await agent.goto(await openChatPath(owner));
  const unfold = async (page: typeof owner) => {
    await expect(page.getByRole("log")).toContainText("我要退貨");
    for (const summary of await page.locator("summary:visible", { hasText: "訪客" }).all())
      await summary.click();
  };
  await unfold(owner);
  await unfold(agent);

  await owner.getByRole("button", { name: "加標籤" }).click();
  const field = owner.getByRole("textbox", { name: "標籤，例如：退貨" });
  await expect(field).toBeFocused();
  await field.fill("退貨");
  await field.press("Enter");
  await expect(field).toHaveValue("");
  await field.fill("ＶＩＰ");
  await owner.getByRole("button", { name: "加入", exact: true }).click();
  await expect(owner.getByRole("button", { name: "拿掉「退貨」" })).toBeVisible();
  await expect(agent.getByRole("button", { name: "拿掉「ＶＩＰ」" })).toBeVisible();
  await expectNoViolations(owner, "a chat with tags");
  await field.press("Escape");
  await expect(field).toBeHidden();
  await expect(owner.getByRole("button", { name: "加標籤" })).toBeFocused();

  await agent.getByRole("button", { name: "拿掉「ＶＩＰ」" }).click();
  await expect(owner.getByRole("button", { name: "拿掉「ＶＩＰ」" })).toHaveCount(0);
  await post("message", { token, chat_id: "web_0000000000a1", message: "還在嗎" });
  await expect(owner.getByRole("log")).toContainText("還在嗎");
  await expect(owner.getByRole("button", { name: "拿掉「退貨」" })).toBeVisible();

  await owner.goto("/chats");
  await expect(row(owner, "還在嗎")).toContainText("退貨");
  await owner.getByRole("button", { name: /^篩選/ }).click();
  await owner.getByLabel("標籤", { exact: true }).selectOption("退貨");
  await expect(owner).toHaveURL(/\/chats\?tag=/);
  await expect(owner.getByRole("region", { name: "對話", exact: true }).getByRole("listitem")).toHaveCount(1);
  await owner.reload();
  await expect(owner.getByRole("region", { name: "對話", exact: true }).getByRole("listitem")).toHaveCount(1);

  // On the other chat the team's tags are offered, those that it has already aren't.
  await agent.goto("/chats");
  await row(agent, "你們幾點開門").getByRole("link").click();
  await expect(agent.getByRole("log")).toContainText("你們幾點開門");
  for (const summary of await agent.locator("summary:visible", { hasText: "訪客" }).all())
    await summary.click();
  await agent.getByRole("button", { name: "加標籤" }).click();
  const offered = agent.getByRole("list", { name: "團隊用過的標籤" });
  await offered.getByRole("button", { name: "退貨" }).click();
  await expect(agent.getByRole("button", { name: "拿掉「退貨」" })).toBeVisible();
  await expect(offered).toHaveCount(0);
  await expect(row(owner, "你們幾點開門")).toContainText("退貨");
});

test("a tag is taken off while the answer to another is on its way", async ({ team, post, pageOf }) => {
  const { token } = team.bot;
  await post("message", { token, chat_id: "web_0000000000a3", message: "我要退貨" });
  const page = await pageOf(team.owner);
  await page.goto("/chats");
  await page
    .getByRole("region", { name: "對話", exact: true })
    .getByRole("listitem")
    .getByRole("link")
    .click();
  await expect(page.getByRole("log")).toContainText("我要退貨");
  await expect(page.getByRole("status").filter({ hasText: "即時" }).first()).toBeVisible();
  for (const summary of await page.locator("summary:visible", { hasText: "訪客" }).all())
    await summary.click();
  const release = await holdAnswers(page);
  await page.getByRole("button", { name: "加標籤" }).click();
  await page.getByRole("textbox", { name: "標籤，例如：退貨" }).fill("退貨");
  await page.getByRole("button", { name: "加入", exact: true }).click();
  const remove = page.getByRole("button", { name: "拿掉「退貨」" });
  await remove.click();
  await release();
  await expect(remove).toHaveCount(0);
});
