import { expectNoViolations } from "../support/expect-no-violations";
import { expect, test } from "../support/fixtures";

test("@phone a visitor is blocked, which can be undone at once or later, and their words reach nobody meanwhile", async ({
  team,
  post,
  pageOf,
}) => {
  test.slow();
  const { token } = team.bot;
  const chat = { token, chat_id: "web_0000000000b1", wants_person: true };
  const says = async (message: string) => (await post("message", { ...chat, message })).json();
  await says("買便宜手錶請加我");
  const [owner, agent] = [await pageOf(team.owner), await pageOf(await team.addMember("agent"))];
  const rows = (page: typeof owner) =>
    page.getByRole("region", { name: "對話", exact: true }).getByRole("listitem");
  await agent.goto("/chats");
  await expect(rows(agent)).toContainText(["買便宜手錶請加我"]);
  await owner.goto("/chats");
  await rows(owner).first().getByRole("link").click();
  await expect(owner.getByRole("log")).toContainText("買便宜手錶請加我");
  await owner.getByRole("button", { name: "更多動作" }).click();
  await owner.getByRole("button", { name: "封鎖訪客" }).click();
  await expect(owner.getByText("封鎖這位訪客了，對話也結束了。")).toBeVisible();
  const mark = owner.getByText("已封鎖", { exact: true });
  // On a phone the list is there behind the open chat.
  await expect(mark.filter({ visible: true }).first()).toBeVisible();
  await expect(rows(agent)).toContainText(["已封鎖"]);
  expect(await says("再買一支")).toEqual({ success: false, reply: "客服暫停服務中" });

  await agent.getByRole("button", { name: "對話列表的動作" }).click();
  await agent.getByRole("link", { name: "封鎖的訪客" }).click();
  await expect(agent).toHaveURL(/\/team\/blocked$/);
  await expect(agent.getByRole("main").getByRole("listitem")).toContainText(["買便宜手錶請加我"]);
  await expectNoViolations(agent, "the blocked");
  await agent.getByRole("button", { name: /^解除封鎖/ }).click();
  await expect(agent.getByText("沒有封鎖任何訪客。")).toBeVisible();
  expect(await says("我想退貨")).toMatchObject({ success: true });
  await expect(owner.getByRole("log")).toContainText("我想退貨");
  await expect(owner.getByRole("log")).not.toContainText("再買一支");
  await expect(mark).toHaveCount(0);

  // The list of the blocked is on a colleague's screen meanwhile.
  await owner.getByRole("button", { name: "更多動作" }).click();
  await owner.getByRole("button", { name: "封鎖訪客" }).click();
  await expect(mark.filter({ visible: true }).first()).toBeVisible();
  await expect(agent.getByRole("main").getByRole("listitem")).toContainText(["我想退貨"]);
  await owner.getByRole("button", { name: "復原" }).last().click();
  await expect(mark).toHaveCount(0);
  await expect(agent.getByText("沒有封鎖任何訪客。")).toBeVisible();
  expect(await says("還在嗎")).toMatchObject({ success: true });
});
