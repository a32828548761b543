import { expect, test } from "./support/fixtures";

test("@phone a note is written by key or button, seen live by the team and by no visitor, changed and taken back by its author", async ({
  team,
  post,
  pageOf,
}) => {
  test.slow();
  const { token } = team.bot;
  const chat = { token, chat_id: "web_0000000001a1" };
  const begun = await post("message", { ...chat, message: "我想找真人", wants_person: true });
  const { visitor_key: key, turn_id: since } = await begun.json();
  const [owner, agent] = [await pageOf(team.owner), await pageOf(await team.addMember("agent"))];
  await owner.goto("/chats");
  await owner.getByRole("region").getByRole("listitem").first().getByRole("link").click();
  await expect(owner.getByRole("log")).toContainText("我想找真人");
  await agent.goto(new URL(owner.url()).pathname);
  const log = agent.getByRole("log");
  await expect(log).toContainText("我想找真人");

  await owner.getByRole("button", { name: "內部備註" }).click();
  const field = owner.getByRole("textbox", { name: "寫給團隊的備註" });
  await expect(field).toBeFocused();
  await field.fill("熟客，先退她運費");
  await owner.getByRole("button", { name: "存備註" }).click();
  await expect(field).toHaveValue("");
  await expect(log).toContainText("熟客，先退她運費");
  await expect(log.getByText("內部備註")).toBeVisible();
  await expect(log.getByRole("button", { name: "修改" })).toHaveCount(0);
  const own = owner.getByRole("log");
  await own.getByRole("button", { name: "修改" }).click();
  await own.getByRole("textbox").fill("熟客，先退她運費和手續費");
  await own.getByRole("button", { name: "儲存" }).click();
  await expect(log).toContainText("和手續費");
  await expect(log).toContainText("改過");
  await own.getByRole("button", { name: "刪除" }).click();
  await expect(log.getByText("內部備註")).toHaveCount(0);
  await owner.getByRole("button", { name: "復原" }).click();
  await expect(log).toContainText("和手續費");

  // Who takes the chat writes to the visitor, and what is left of a note stays a note.
  await owner.getByRole("button", { name: "接手" }).click();
  const reply = owner.getByRole("textbox", { name: "回覆訪客" });
  await expect(reply).toBeVisible();
  await owner.getByRole("button", { name: "內部備註" }).click();
  await field.fill("還沒寫完的備註");
  await owner.getByRole("button", { name: "回覆", exact: true }).click();
  await expect(reply).toHaveValue("");
  await reply.fill("您好，我來處理");
  await owner.reload();
  await expect(reply).toHaveValue("您好，我來處理");
  await owner.getByRole("button", { name: "內部備註" }).click();
  await expect(field).toHaveValue("還沒寫完的備註");
  await owner.getByRole("button", { name: "回覆", exact: true }).click();
  await owner.getByRole("button", { name: "送出" }).click();
  await expect(log).toContainText("您好，我來處理");
  const asked = await post("message", { ...chat, message: "好", since }, { "dawen-visitor": key });
  expect((await asked.json()).extra_replies.map(({ text }: { text: string }) => text)).toEqual([
    "您好，我來處理",
  ]);
});
