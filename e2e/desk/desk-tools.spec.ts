import { expect, test } from "@/e2e/support/fixtures";
import { openChatPath } from "@/e2e/support/open-chat-path";

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
  await agent.goto(await openChatPath(owner));
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

test("a ready reply that two change at once keeps the words of both, and says where they differ", async ({
  team,
  pageOf,
}) => {
  const [mine, theirs] = [await pageOf(team.owner), await pageOf(team.owner)];
  for (const page of [mine, theirs]) {
    await page.goto("/team/replies");
    await page.getByRole("button", { name: "修改「請稍等」" }).click();
  }
  await theirs.getByLabel("內容").fill("馬上來。");
  await theirs.getByRole("button", { name: "儲存" }).click();
  await expect(theirs.getByLabel("內容")).toHaveCount(0);
  await mine.getByLabel("內容").fill("等一下喔。");
  await mine.getByRole("button", { name: "儲存" }).click();
  const conflict = mine.getByRole("alert").filter({ hasText: "馬上來。" });
  await expect(conflict).toBeVisible();
  await expect(mine.getByLabel("內容")).toHaveValue("等一下喔。");
  await conflict.getByRole("button", { name: "用我寫的" }).click();
  await mine.getByRole("button", { name: "儲存" }).click();
  await expect(mine.getByLabel("內容")).toHaveCount(0);
  await expect(mine.getByText("等一下喔。")).toBeVisible();
});

test("a ready reply is found by a slash, chosen by keys that an input method doesn't need, filled in, and managed by the team", async ({
  team,
  post,
  pageOf,
}) => {
  const { token } = team.bot;
  const visitor = { name: "王小明" };
  const chat = { token, chat_id: "web_0000000001b1", visitor };
  await post("message", { ...chat, message: "我想找真人", wants_person: true });
  const page = await pageOf(team.owner);
  await page.goto("/team/replies");
  const opening = page.locator("section").filter({ has: page.getByRole("heading", { name: "開場" }) });
  await expect(opening.getByRole("listitem")).toHaveCount(2);
  await opening.getByRole("button", { name: "新增" }).click();
  await page.getByLabel("名稱").fill("自我介紹");
  await page.getByLabel("內容").fill("{訪客}你好，這裡是{店名}。");
  await page.getByRole("button", { name: "儲存" }).click();
  await expect(opening.getByRole("listitem")).toHaveCount(3);
  await opening.getByRole("button", { name: "刪除「請稍等」" }).click();
  await expect(opening.getByRole("listitem")).toHaveCount(2);

  await page.getByRole("link", { name: "對話" }).first().click();
  await page.getByRole("region").getByRole("listitem").first().getByRole("link").click();
  await page.getByRole("button", { name: "接手" }).click();
  const reply = page.getByRole("textbox", { name: "回覆訪客" });
  await reply.fill("好的");
  await reply.press("End");
  await page.keyboard.type(" /");
  const options = page.getByRole("listbox", { name: "常用回覆" }).getByRole("option");
  await expect(options).toHaveCount(7);
  await page.keyboard.type("介紹");
  await expect(options).toHaveText([/自我介紹/]);
  // An input method's Enter takes a word of its own.
  const composed = await reply.evaluate((field) =>
    field.dispatchEvent(
      new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true }),
    ),
  );
  expect(composed).toBe(true);
  await expect(options).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(options).toHaveCount(0);
  await expect(reply).toHaveValue("好的 /介紹");
  await reply.fill("");
  await page.keyboard.type("/");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await expect(options.last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(reply).toHaveValue(/^王小明你好，這裡是.+。$/);
  await reply.fill("");
  // Without hours their name stays, marked for whoever sends it.
  await page.getByRole("button", { name: "常用回覆" }).click();
  await options.filter({ hasText: "我們有人的時間" }).click();
  await expect(reply).toHaveValue(/\{服務時間\}/);
  expect(await page.evaluate(() => window.getSelection()?.toString())).toBe("{服務時間}");
  await reply.fill("/沒有這種");
  await reply.press("Enter");
  await expect(page.getByRole("log")).toContainText("/沒有這種");
  await expect(reply).toHaveValue("");
  await page.getByRole("button", { name: "常用回覆" }).click();
  await page.getByRole("link", { name: "管理常用回覆" }).click();
  await expect(page).toHaveURL(/\/team\/replies$/);
});

test("a draft is what the documents say to the visitor's question, and never takes the place of typed words", async ({
  team,
  post,
  pageOf,
}) => {
  await team.addDocument("運費", "每筆訂單的運費是 80 元，滿 1,000 元免運。");
  const { token } = team.bot;
  const chat = { token, chat_id: "web_0000000001c1" };
  await post("message", { ...chat, message: "運費多少？" });
  await post("message", { ...chat, message: "我想找真人", wants_person: true });
  const page = await pageOf(team.owner);
  await page.goto("/chats");
  await page.getByRole("region").getByRole("listitem").first().getByRole("link").click();
  await page.getByRole("button", { name: "接手" }).click();
  const reply = page.getByRole("textbox", { name: "回覆訪客" });
  const draft = page.getByRole("button", { name: "從文件起草" });
  await reply.fill("我自己寫的");
  await expect(draft).toBeDisabled();
  await reply.fill("");
  await draft.click();
  await expect(reply).toHaveValue(/80 元/);
  await page.getByRole("button", { name: "送出" }).click();
  await expect(page.getByRole("log").locator("[data-turn]").last()).toContainText("80 元");
});
