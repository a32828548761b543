import type { Request } from "@playwright/test";
import { expect, test } from "@/e2e/support/fixtures";
import { answerOfBot, handOver, openWaiting, reply } from "@/e2e/support/hand-over";
import { holdAnswers } from "@/e2e/support/hold-answers";
import { openChatPath } from "@/e2e/support/open-chat-path";
import { openShop } from "@/e2e/support/open-shop";
import { recordText } from "@/e2e/support/record-text";
import { sleepTab } from "@/e2e/support/sleep-tab";
import { widgetOn } from "@/e2e/widget/fixtures";
import { startTcpGate } from "@/test/servers/tcp-gate";

test("@phone a person answers: asked for, taken, both write, a picture each way, the visitor on another page meanwhile, handed back, the bot answers", async ({
  page,
  app,
  team,
  pageOf,
  isMobile,
}) => {
  test.slow();
  await team.addDocument(answerOfBot.title, answerOfBot.content);
  const member = await team.addMember("agent");
  await openShop(page, app, team.bot);
  await handOver({ visitor: page, agent: await pageOf(member), member: member.name, isMobile });
});

test("what a person wrote while the panel was closed shows on the launcher of the next page", async ({
  page,
  app,
  team,
  pageOf,
}) => {
  const agent = await pageOf(await team.addMember("agent"));
  await openShop(page, app, team.bot);
  const widget = widgetOn(page);
  await widget.open();
  await widget.ask("我要找真人客服");
  await expect(widget.panel.getByText("正在等真人客服")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(widget.panel).toBeHidden();
  await page.goto("about:blank");

  await openWaiting(agent);
  await agent.getByRole("button", { name: "接手" }).click();
  await reply(agent, "我在。");
  await page.goto("/demo");
  await expect(widget.launcher.locator(".badge")).toHaveText("1");
  await widget.open();
  await expect(widget.bubbles.last()).toHaveText("我在。");
});

test("a page that can't hold a stream asks instead", async ({ page, app, team, pageOf, faults }) => {
  faults.expect(/ERR_FAILED/);
  const agent = await pageOf(await team.addMember("agent"));
  let streams = 0;
  await page.route("**/api/widget/events*", async (route) => {
    if (route.request().headers().accept !== "text/event-stream") return route.continue();
    streams += 1;
    await route.abort();
  });
  await openShop(page, app, team.bot);
  const widget = widgetOn(page);
  await widget.open();
  await widget.ask("我要找真人客服");
  await openWaiting(agent);
  await agent.getByRole("button", { name: "接手" }).click();
  await reply(agent, "收到。");
  await expect(widget.bubbles.last()).toHaveText("收到。", { timeout: 20_000 });
  expect(streams).toBeGreaterThan(0);
});

test("what a visitor wrote while the agent's tab slept and its line died stands there once and in order within 12 s of waking, and the reply reaches them", async ({
  page,
  app,
  team,
  pageOf,
  faults,
}) => {
  faults.expect(/net::ERR_/);
  const { hostname, port } = new URL(app.baseUrl);
  const gate = await startTcpGate({ port: Number(port) });
  try {
    const agent = await pageOf(await team.addMember("agent"));
    await agent.clock.install();
    await openShop(page, app, team.bot);
    const widget = widgetOn(page);
    await widget.open();
    await widget.ask("我要找真人客服");
    await openWaiting(agent, `http://${hostname}:${gate.port}`);
    await agent.getByRole("button", { name: "接手" }).click();
    await reply(agent, "請說。");
    await expect(widget.bubbles.last()).toHaveText("請說。");

    const wake = await sleepTab(agent);
    gate.become("shut");
    const said = ["第一件", "第二件", "第三件"];
    for (const text of said) {
      await widget.ask(text);
      await expect(widget.bubbles.last()).toHaveText(text);
    }
    gate.become("open");
    await wake();
    // For the page a minute has passed.
    await agent.clock.fastForward(60_000);
    const log = agent.getByRole("log");
    await expect(log).toContainText(new RegExp(said.join(".*"), "s"), { timeout: 12_000 });
    for (const text of said) await expect(log.getByText(text, { exact: true })).toHaveCount(1);
    await reply(agent, "三件都看到了。");
    await expect(widget.bubbles.last()).toHaveText("三件都看到了。");
    for (const text of said) await expect(log.getByText(text, { exact: true })).toHaveCount(1);
  } finally {
    await gate.close();
  }
});

test("a member's reply of their own accord reaches the open panel by itself", async ({
  page,
  app,
  team,
  pageOf,
}) => {
  test.slow();
  await team.addDocument("運費", "## 運費多少？\n\n運費 80 元，滿 1,000 元免運。");
  const member = await team.addMember("agent");
  const agent = await pageOf(member);
  await page.clock.install();
  await openShop(page, app, team.bot);
  const widget = widgetOn(page);
  await widget.open();
  await widget.ask("運費多少？");
  await expect(widget.bubbles.last()).toContainText("運費 80 元");
  await agent.goto("/chats");
  await expect(agent.getByRole("status").getByText("即時")).toBeVisible();
  await agent.getByRole("listitem").filter({ hasText: "運費多少" }).getByRole("link").click();
  await agent.getByRole("button", { name: "接手" }).click();
  await reply(agent, "這週滿 800 就免運。");
  await page.clock.runFor(20_000);
  await expect(widget.bubbles.last()).toHaveText("這週滿 800 就免運。");
  await expect(widget.panel.getByText(`${member.name} 在這裡回覆你`)).toBeVisible();
  await reply(agent, "只到星期天。");
  await expect(widget.bubbles.last()).toHaveText("只到星期天。");
});

test("a page whose panel is closed, or was never opened, asks for no events", async ({ page, app, team }) => {
  await team.addDocument("運費", "## 運費多少？\n\n運費 80 元，滿 1,000 元免運。");
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/widget/events")) asked.push(request.url());
  });
  await page.clock.install();
  await openShop(page, app, team.bot);
  const widget = widgetOn(page);
  await widget.open();
  await widget.ask("運費多少？");
  await expect(widget.bubbles.last()).toContainText("運費 80 元");
  await page.keyboard.press("Escape");
  await expect(widget.panel).toBeHidden();
  asked.splice(0);
  await page.clock.runFor(61_000);
  await page.reload();
  await expect(widget.launcher).toBeVisible();
  await page.clock.runFor(61_000);
  expect(asked).toEqual([]);
});

test("@phone both see that the other types, the visitor that their words were seen, and a member who else looks at the chat", async ({
  page,
  app,
  team,
  pageOf,
}) => {
  const member = await team.addMember("agent");
  const agent = await pageOf(member);
  const owner = await pageOf(team.owner);
  await openShop(page, app, team.bot);
  const widget = widgetOn(page);
  await widget.open();
  await widget.ask("我要找真人客服");
  await openWaiting(agent);
  await agent.getByRole("button", { name: "接手" }).click();
  await expect(widget.panel.getByText(`${member.name} 在這裡回覆你`)).toBeVisible();

  // That somebody types is shown for five seconds: the pages write down what they show.
  const shownToVisitor = await recordText(page, "[role=log]", "dawen-widget");
  await agent.getByRole("textbox", { name: "回覆訪客" }).pressSequentially("您好");
  await shownToVisitor((text) => text.includes(`${member.name} 正在輸入`));
  await agent.getByRole("button", { name: "送出" }).click();
  await expect(widget.bubbles.last()).toHaveText("您好");
  await expect(widget.log.getByText(`${member.name} 正在輸入`)).toBeHidden();

  const shownToStaff = await recordText(agent, "main");
  await widget.input.pressSequentially("我的訂單");
  await shownToStaff((text) => text.includes("訪客正在輸入…"));
  await widget.input.press("Enter");
  await expect(agent.getByRole("log").getByText("我的訂單")).toBeVisible();
  await expect(agent.getByText("訪客正在輸入…")).toBeHidden();
  await expect(widget.log.getByText("已讀")).toBeVisible();

  await owner.goto(await openChatPath(agent));
  await expect(agent.getByText(`${team.owner.name} 也在看這則對話`)).toBeVisible();
  await expect(owner.getByText(`${member.name} 也在看這則對話`)).toBeVisible();
  await owner.goto("about:blank");
  await expect(agent.getByText(`${team.owner.name} 也在看這則對話`)).toBeHidden();
});

test("two who take a chat: one has it, the other sees who, and what they typed is kept", async ({
  team,
  post,
  pageOf,
}) => {
  const [first, second] = [await team.addMember("agent"), team.owner];
  const message = { token: team.bot.token, message: "我要找真人客服", wants_person: true };
  expect((await post("message", message)).status).toBe(200);
  const [one, other] = [await pageOf(first), await pageOf(second)];
  await openWaiting(one);
  await openWaiting(other);
  await one.getByRole("button", { name: "接手" }).click();
  await expect(one.getByRole("textbox", { name: "回覆訪客" })).toBeVisible();
  await expect(other.getByRole("button", { name: "接手" })).toHaveCount(0);
  await expect(other.getByRole("region").getByText(first.name).first()).toBeVisible();
  await expect(other.getByRole("textbox", { name: "回覆訪客" })).toHaveCount(0);

  await one.getByRole("textbox", { name: "回覆訪客" }).fill("打到一半");
  await one.reload();
  await expect(one.getByRole("textbox", { name: "回覆訪客" })).toHaveValue("打到一半");
  await one.getByRole("button", { name: "更多動作" }).click();
  await one.getByRole("button", { name: "結束對話" }).click();
  await expect(one.getByRole("region").getByText("已結束").first()).toBeVisible();
  await expect(one.getByRole("textbox", { name: "回覆訪客" })).toHaveValue("打到一半");
  await expect(one.getByText("先接手才能送出")).toBeVisible();
});

test("an answer that comes late does not take the cursor from what is being typed", async ({
  team,
  post,
  pageOf,
}) => {
  const asked = {
    token: team.bot.token,
    chat_id: "web_0000000000e1",
    message: "我要找人",
    wants_person: true,
  };
  expect((await post("message", asked)).status).toBe(200);
  const agent = await pageOf(team.owner);
  await openWaiting(agent);
  const release = await holdAnswers(agent);
  // Whoever reads the answer may close it before its last byte: the browser calls that an abort.
  const isAction = (request: Request) => "next-action" in request.headers();
  const answered = Promise.race([
    agent.waitForEvent("requestfinished", isAction),
    agent.waitForEvent("requestfailed", isAction),
  ]);
  await agent.getByRole("button", { name: "接手" }).click();
  const field = agent.getByRole("textbox", { name: "回覆訪客" });
  await expect(field).toBeVisible();
  const search = agent.getByRole("searchbox");
  await search.pressSequentially("運費");
  await release();
  await answered;
  await search.evaluate(
    (box) => new Promise((done) => box.ownerDocument.defaultView?.requestIdleCallback(done)),
  );
  await agent.keyboard.type("多少");
  await expect(search).toHaveValue("運費多少");
  await expect(field).toHaveValue("");
});

test("who has gone from a chat stays gone, though what they said before arrives after it", async ({
  app,
  team,
  post,
  pageOf,
}) => {
  const say = (message: string) =>
    post("message", { token: team.bot.token, chat_id: "web_0000000000e2", message, wants_person: true });
  await say("我要找人");
  const { owner } = team;
  const agent = await pageOf(await team.addMember("agent"));
  await openWaiting(agent);
  await expect(agent.getByRole("log").getByText("我要找人")).toBeVisible();
  const tell = async (doing: string, visit: string) => {
    const { status } = await fetch(`${app.baseUrl}/api${await openChatPath(agent)}/presence`, {
      method: "POST",
      headers: { cookie: owner.cookie, origin: app.baseUrl, "content-type": "application/json" },
      body: JSON.stringify({ doing, visit }),
    });
    expect(status).toBe(200);
  };
  const shown = agent.getByText(`${owner.name} 也在看這則對話`);
  await tell("reading", "first");
  await expect(shown).toBeVisible();
  await tell("gone", "first");
  await expect(shown).toBeHidden();
  await tell("reading", "first");
  await say("有人嗎？");
  await expect(agent.getByRole("log").getByText("有人嗎？")).toBeVisible();
  await expect(shown).toBeHidden();
  await tell("reading", "second");
  await expect(shown).toBeVisible();
});
