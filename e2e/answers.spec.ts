import { expectNoViolations } from "./support/expect-no-violations";
import { expect, test } from "./support/fixtures";
import { openChatPath } from "./support/open-chat-path";

test("@phone a member's reply becomes an answer of the bot, kept while it isn't saved, with a way back to the chat", async ({
  team,
  post,
  pageOf,
}) => {
  test.slow();
  const { token } = team.bot;
  await post("message", {
    token,
    chat_id: "web_0000000084a1",
    message: "禮盒可以刻名字嗎？",
    wants_person: true,
  });
  const page = await pageOf(team.owner);
  await page.goto("/chats");
  await page.getByRole("region").getByRole("listitem").first().getByRole("link").click();
  await page.getByRole("button", { name: "接手" }).click();
  await page.getByRole("textbox", { name: "回覆訪客" }).fill("王小姐，可以，刻名字另加兩百元。");
  await page.getByRole("button", { name: "送出" }).click();
  const log = page.getByRole("log");
  await expect(log).toContainText("另加兩百元");
  const chat = await openChatPath(page);

  await log.getByRole("link", { name: "做成答案" }).click();
  const [question, answer] = [page.getByLabel("問題"), page.getByLabel("回答")];
  await expect(question).toHaveValue("禮盒可以刻名字嗎？");
  await expect(answer).toHaveValue("王小姐，可以，刻名字另加兩百元。");
  await expectNoViolations(page, "the form");
  await answer.fill("可以，刻名字另加兩百元，要多等三個工作天。");
  await page.reload();
  await page.getByRole("button", { name: "接著寫" }).click();
  await expect(answer).toHaveValue(/三個工作天/);
  await page.getByLabel("文件標題").fill("");
  await page.getByRole("button", { name: "存成答案" }).click();
  await expect(page.getByLabel("文件標題")).toHaveAttribute("aria-invalid", "true");
  await expect(answer).toHaveValue(/三個工作天/);
  await page.getByLabel("文件標題").fill("刻字");
  await page.getByRole("button", { name: "存成答案" }).click();
  await expect(page.getByText("存好了，機器人已經照這個回答。")).toBeVisible();
  await expect(page.getByRole("heading", { name: "刻字" })).toBeVisible();
  await expectNoViolations(page, "its document");

  const asked = await post("message", { token, chat_id: "web_0000000084a2", message: "禮盒可以刻名字嗎？" });
  expect(await asked.json()).toMatchObject({ answered: true, reply: expect.stringContaining("三個工作天") });

  await page.getByRole("link", { name: "禮盒可以刻名字嗎？" }).click();
  await expect(log).toContainText("另加兩百元");
  expect(await openChatPath(page)).toBe(chat);
  // Made once more, it is said where it is already, and goes behind it.
  await log.getByRole("link", { name: "做成答案" }).click();
  await expect(page.getByText("這則回覆已經收在文件裡")).toBeVisible();
  await expect(page.getByLabel("放進哪份文件")).toHaveValue(/^[0-9a-f-]{36}$/);
  await expect(page.getByLabel("文件標題")).toBeHidden();
  await question.fill("可以刻幾個字？");
  await answer.fill("最多六個字。");
  await page.getByRole("button", { name: "存成答案" }).click();
  await expect(page.getByRole("textbox", { name: "內容" })).toHaveValue(
    /工作天。\n\n問：可以刻幾個字？\n答：最多六個字。$/,
  );

  const agent = await pageOf(await team.addMember("agent"));
  await agent.goto(chat);
  await expect(agent.getByRole("log")).toContainText("另加兩百元");
  await expect(agent.getByRole("link", { name: "做成答案" })).toHaveCount(0);
});
