import type { Page } from "@playwright/test";
import { z } from "zod";
import { settle } from "@/e2e/screens/settle";
import { expect, test } from "@/e2e/support/fixtures";
import { pauseClock } from "@/e2e/support/pause-clock";

/** The end of a chat's id, by which staff know a visitor without a name. */
const label = "00ab";

test("@phone a chat with news is marked until the agent has read it, and for the owner until the owner has", async ({
  team,
  post,
  pageOf,
}) => {
  const { token } = team.bot;
  const ask = async (message: string) => {
    const { status } = await post("message", { token, message, chat_id: `web_00000000${label}` });
    expect(status).toBe(200);
  };
  const agent = await pageOf(await team.addMember("agent"));
  await agent.goto("/chats");
  await expect(agent.getByRole("status").filter({ hasText: "即時" })).toBeVisible();
  await ask("運費多少？");
  await ask("可以刷卡嗎？");

  const row = agent.getByRole("listitem").filter({ hasText: `訪客 ${label.toUpperCase()}` });
  await expect(row.getByRole("img", { name: "2 則新訊息" })).toBeVisible();
  // Nobody waits for a person.
  await expect(agent).toHaveTitle(/^對話/);
  await row.getByRole("link").click();
  await expect(agent.getByRole("log").getByText("可以刷卡嗎？")).toBeVisible();
  // What has been read is told after it is shown.
  const isRead = agent.waitForResponse(
    (response) =>
      response.url().endsWith("/read") && response.request().postDataJSON()?.seenTurns === 3 && response.ok(),
  );
  await ask("門市在哪裡？");
  await expect(agent.getByRole("log").getByText("門市在哪裡？")).toBeVisible();
  await isRead;

  await agent.goto("/chats");
  await expect(row).toBeVisible();
  await expect(row.getByRole("img")).toHaveCount(0);

  const owner = await pageOf(team.owner);
  await owner.goto("/chats");
  const ownersRow = owner.getByRole("listitem").filter({ hasText: `訪客 ${label.toUpperCase()}` });
  await expect(ownersRow.getByRole("img", { name: "3 則新訊息" })).toBeVisible();
});

test("a screen says that it is behind while its lists can't be read, and reads them again", async ({
  team,
  pageOf,
  faults,
}) => {
  faults.expect(/status of 500/);
  const page = await pageOf(team.owner);
  let isBroken = true;
  await page.route("**/api/live**", (route) =>
    route.fulfill({
      headers: { "content-type": "text/event-stream" },
      body: "retry: 60000\n\nid: 1-1\nevent: reset\ndata: {}\n\n",
    }),
  );
  await page.route("**/api/chats", (route) =>
    isBroken ? route.fulfill({ status: 500, json: { error: "internal" } }) : route.continue(),
  );
  const asked = page.waitForRequest("**/api/chats");
  await page.goto("/chats");
  await asked;
  await expect(page.getByRole("status").filter({ hasText: "即時" })).toHaveCount(0);
  isBroken = false;
  const read = await page.waitForResponse(
    (response) => response.url().endsWith("/api/chats") && response.ok(),
  );
  expect(Object.keys(await read.json()).sort()).toEqual(["chats", "hasOlder", "reads", "waiting"]);
});

test("@phone a chat is found by what was said in it before, and opened by keyboard", async ({
  team,
  post,
  pageOf,
}) => {
  test.slow();
  const { token } = team.bot;
  const said = "刻字a1b2c3";
  for (const message of [`可以${said}嗎？`, "運費多少？"]) {
    const { status } = await post("message", { token, message, chat_id: `web_00000000${label}` });
    expect(status).toBe(200);
  }
  const page = await pageOf(team.owner);
  await page.goto("/chats");
  const search = page.getByRole("searchbox");
  await search.fill(`${said}不是`);
  await expect(page.getByText(`沒有符合「${said}不是」的對話。`)).toBeVisible();
  await search.fill(said.toUpperCase());
  const rows = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: /^訪客/ }) });
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(label.toUpperCase());
  // The address follows a moment after the last key: what is pressed at that moment may miss the row.
  await expect(page).toHaveURL(/A1B2C3$/);
  await search.press("Tab");
  await expect(rows.getByRole("link")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("log").getByText(`可以${said}嗎？`)).toBeVisible();
  await expect(page.getByRole("heading", { name: `訪客 ${label.toUpperCase()}` })).toBeVisible();
});

test("what is searched for stands in the address once the field is left, before another page is opened", async ({
  team,
  pageOf,
}) => {
  const page = await pageOf(team.owner);
  await page.clock.install();
  await page.goto("/chats");
  const search = page.getByRole("searchbox");
  await pauseClock(page);
  await search.fill("刻字");
  await expect(page).toHaveURL(/\/chats$/);
  await search.press("Tab");
  await expect(page).toHaveURL(/\/chats\?q=/);
});

test("@phone a visitor who wants a person waits until a member hands them back to the bot; thumbs and names are shown", async ({
  team,
  post,
  pageOf,
}) => {
  const name = "阿珠";
  const send = async (endpoint: string, body: object): Promise<unknown> => {
    const { token } = team.bot;
    const response = await post(endpoint, { token, chat_id: `web_00000001${label}`, ...body });
    expect(response.status).toBe(200);
    return response.json();
  };
  const agent = await pageOf(await team.addMember("agent"));
  await agent.goto("/chats");
  await expect(agent.getByRole("status").filter({ hasText: "即時" })).toBeVisible();
  const visitor = { name, email: "zhu@example.com", plan: "pro", vip: true };
  const sent = await send("message", { message: "我要找真人", wants_person: true, visitor });
  const row = agent.getByRole("listitem").filter({ hasText: name });
  await expect(row).toContainText("等真人");
  await expect(row).toContainText("網頁提供");

  await row.getByRole("link").click();
  await expect(agent.getByRole("heading", { name })).toBeVisible();
  await agent.getByText("訪客資料 · 網頁提供，未驗證").click();
  await expect(agent.getByRole("definition").filter({ hasText: "zhu@example.com" })).toBeVisible();
  await expect(agent.getByRole("definition").filter({ hasText: "pro" })).toBeVisible();

  const { message_id } = z.object({ message_id: z.string() }).parse(sent);
  await send("feedback", { message_id, rating: "down", reason: "沒有人回" });
  const log = agent.getByRole("log");
  await expect(log.getByText("訪客覺得沒幫助")).toBeAttached();
  await expect(log.getByText("「沒有人回」")).toBeVisible();
  await send("feedback", { message_id, rating: "none" });
  await expect(log.getByText("訪客覺得沒幫助")).toHaveCount(0);

  await agent.getByRole("button", { name: "更多動作" }).click();
  await agent.getByRole("button", { name: "交還機器人" }).click();
  await expect(agent.getByRole("region").getByText(/等真人/)).toHaveCount(0);
  await agent.goto("/chats");
  await expect(row).toBeVisible();
  await expect(row).not.toContainText("等真人");
});

test("a transcript that is read at its end stays there in a lower and narrower window, and only then", async ({
  team,
  post,
  pageOf,
}) => {
  const { token } = team.bot;
  for (let i = 0; i < 8; i++) {
    const message = `第 ${i} 個問題：${"運費多少".repeat(20)}？`;
    expect((await post("message", { token, message, chat_id: "web_0000000000cd" })).status).toBe(200);
  }
  const agent = await pageOf(await team.addMember("agent"));
  await agent.goto("/chats");
  await agent.getByRole("listitem").filter({ hasText: "訪客 00CD" }).getByRole("link").click();
  const log = agent.getByRole("log");
  await expect(log.getByText("第 7 個問題")).toBeInViewport();
  const toEnd = () => log.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
  for (const size of [
    { width: 1440, height: 500 },
    { width: 390, height: 844 },
    { width: 390, height: 480 },
  ]) {
    await resize(agent, size);
    await expect.poll(toEnd).toBeLessThan(2);
    await expect(agent.getByRole("button", { name: "看最新" })).toBeHidden();
  }
  await log.evaluate((box) => box.scrollTo({ top: 0 }));
  await expect(agent.getByRole("button", { name: "看最新" })).toBeVisible();
  await resize(agent, { width: 390, height: 844 });
  expect(await log.evaluate((box) => box.scrollTop)).toBe(0);
});

/** Gives the window another size, and waits until the page has been laid out for it. */
async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await expect.poll(() => page.evaluate(() => ({ width: innerWidth, height: innerHeight }))).toEqual(size);
  await settle(page);
}
