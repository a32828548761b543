import { readFile } from "node:fs/promises";
import { expectNoViolations } from "./support/expect-no-violations";
import { expect, test } from "./support/fixtures";
import { openChatPath } from "./support/open-chat-path";
import { pauseClock } from "./support/pause-clock";

test("@phone an owner saves a chat as a file and deletes it; every screen that shows it lets go of it", async ({
  team,
  post,
  pageOf,
}) => {
  test.slow();
  const { token } = team.bot;
  const chat = { token, chat_id: "web_0000000085a1" };
  const begun = await post("message", { ...chat, message: "我住中山路一號，想找真人", wants_person: true });
  const { visitor_key: key } = await begun.json();
  await post("message", { token, chat_id: "web_0000000085a2", message: "運費多少？" });
  const [page, agent] = [await pageOf(team.owner), await pageOf(await team.addMember("agent"))];
  for (const screen of [page, agent]) await screen.clock.install();
  await page.goto("/chats");
  await page.getByRole("region").getByRole("listitem").first().getByRole("link").click();
  await expect(page.getByRole("log")).toContainText("中山路");
  const path = await openChatPath(page);
  await agent.goto(path);
  await expect(agent.getByRole("log")).toContainText("中山路");
  for (const screen of [page, agent])
    for (const summary of await screen.locator("summary:visible").filter({ hasText: "訪客" }).all())
      await summary.click();
  await expect(agent.getByRole("button", { name: "刪除對話" })).toHaveCount(0);

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "存成檔案" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("chat-web_0000000085a1.txt");
  expect(await readFile(await file.path(), "utf8")).toMatch(/\[.+ \+08:00\] 訪客: 我住中山路一號/);

  await page.getByRole("button", { name: "刪除對話" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "取消" }).click();
  await expect(page.getByRole("log")).toContainText("中山路");
  await page.getByRole("button", { name: "刪除對話" }).click();
  await expectNoViolations(page, "asked again");
  // Each says every twenty seconds that it has the chat before it: not just while that is deleted.
  for (const screen of [page, agent]) await pauseClock(screen);
  await page.getByRole("dialog").getByRole("button", { name: "永久刪除" }).click();
  for (const screen of [page, agent]) {
    await expect(screen.getByText("這則對話已經刪除。")).toBeVisible();
    await expect(screen).toHaveURL(/\/chats$/);
    const list = screen.locator("section:has(h1)");
    await expect(list.getByRole("listitem")).toHaveCount(1);
    await expect(list).not.toContainText("中山路");
    await expect(screen.getByText("中山路")).toHaveCount(0);
    await expect(screen).toHaveTitle(/^對話/);
  }
  for (const screen of [page, agent]) await screen.clock.resume();
  expect((await page.request.get(`/api${path}`)).status()).toBe(404);

  // Its visitor begins another one, and reads nothing of before.
  const again = await post("message", { ...chat, message: "還在嗎" }, { "dawen-visitor": key });
  expect(again.status).toBe(200);
  await expect(page.locator("section:has(h1)").getByRole("listitem")).toHaveCount(2);
});
