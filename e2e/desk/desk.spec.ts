import type { Page, Request } from "@playwright/test";
import { expect, test } from "@/e2e/support/fixtures";
import { pauseClock } from "@/e2e/support/pause-clock";
import { startTcpGate } from "@/test/servers/tcp-gate";

const live = (page: Page) => page.getByRole("status").filter({ hasText: "即時" }).first();
const rows = (page: Page) => page.getByRole("region", { name: "對話", exact: true }).getByRole("listitem");

test("@phone a chat that its bot settled counts for nothing; one that waits for a person is counted everywhere and stands first", async ({
  team,
  post,
  pageOf,
}) => {
  await team.addDocument("運費", "## 運費多少？\n\n運費 80 元，滿 1,000 元免運。");
  const { token } = team.bot;
  const ask = async (label: string, more: object) => {
    expect((await post("message", { token, chat_id: `web_00000000${label}`, ...more })).status).toBe(200);
  };
  const page = await pageOf(team.owner);
  await page.goto("/bots");
  await ask("00a1", { message: "我想找人談", wants_person: true });
  const badge = page.getByRole("navigation").getByRole("link", { name: /對話/ });
  await expect(badge).toContainText("1 則等真人");
  await expect(page).toHaveTitle(/^\(1\) /);
  for (const label of ["00a2", "00a3"]) await ask(label, { message: "運費多少？" });
  await page.getByRole("navigation").getByRole("link", { name: /對話/ }).click();
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).first()).toContainText("我想找人談");
  await expect(rows(page).first()).toContainText("等真人");
  await expect(rows(page).nth(1)).toContainText("運費多少？");
  await expect(rows(page).nth(1).getByRole("img")).toHaveCount(0);
  await expect(page).toHaveTitle(/^\(1\) /);
  await ask("00a4", { message: "我也要找真人", wants_person: true });
  await expect(page).toHaveTitle(/^\(2\) /);
  await expect(rows(page).nth(1)).toContainText("我也要找真人");
  await rows(page).first().getByRole("link").click();
  await page.getByRole("button", { name: "接手" }).click();
  await expect(page).toHaveTitle(/^\(1\) /);
});

test("a chat is found by another written form of its words", async ({ team, post, pageOf }) => {
  const { token } = team.bot;
  await post("message", { token, chat_id: "web_0000000000d1", message: "我的訂單ＡＢＣ還沒到" });
  await post("message", { token, chat_id: "web_0000000000d1", message: "有人在嗎" });
  const page = await pageOf(team.owner);
  await page.goto("/chats");
  for (const search of ["订单", "訂單abc"]) {
    await page.getByRole("searchbox").fill(search);
    await expect(rows(page)).toHaveCount(1);
    await page.getByRole("searchbox").fill(`${search}沒有`);
    await expect(page.getByText(`沒有符合「${search}沒有」的對話。`)).toBeVisible();
  }
});

test("seven tabs are live over one line, and go on when the one that holds it closes; all stop after a sign-out", async ({
  team,
  post,
  pageOf,
  faults,
}) => {
  test.slow();
  faults.expect(/status of 401/);
  const { token } = team.bot;
  const first = await pageOf(team.owner);
  const tabs = [first];
  // Two tabs may hold a line for a moment, when one is late to say that it has it; then one lets go of its own.
  const lines = new Map<Request, Page>();
  first.context().on("request", (request) => {
    if (request.url().includes("/api/live")) lines.set(request, request.frame().page());
  });
  first.context().on("requestfinished", (request) => lines.delete(request));
  first.context().on("requestfailed", (request) => lines.delete(request));
  const holders = () => [...lines.values()].filter((tab) => !tab.isClosed()).map((tab) => tabs.indexOf(tab));
  await first.goto("/chats");
  await expect(live(first)).toBeVisible();
  for (let n = 1; n < 7; n++) {
    const tab = await first.context().newPage();
    await tab.goto("/chats");
    tabs.push(tab);
  }
  for (const tab of tabs) await expect(live(tab)).toBeVisible();
  await expect.poll(holders).toHaveLength(1);
  await post("message", { token, chat_id: "web_0000000000e1", message: "第一則" });
  for (const tab of tabs) await expect(rows(tab)).toContainText(["第一則"]);

  const [holder = 0] = holders();
  const others = tabs.filter((_, at) => at !== holder);
  await tabs[holder]?.close();
  await post("message", { token, chat_id: "web_0000000000e2", message: "第二則" });
  for (const tab of others) await expect(rows(tab)).toContainText(["第二則", "第一則"]);
  for (const tab of others) await expect(live(tab)).toBeVisible();
  await expect.poll(holders).toHaveLength(1);

  const [leaving, ...staying] = others;
  if (!leaving) throw new Error("no tab is left");
  await leaving.getByRole("button", { name: "帳號選單" }).click();
  await leaving.getByRole("button", { name: "登出" }).click();
  await expect(leaving).toHaveURL(/sign-in/);
  for (const tab of staying) await expect(tab.getByRole("heading", { name: "請先登入" })).toBeVisible();
});

test("a line that died shows within 12 s, and comes back by itself with what was missed", async ({
  app,
  team,
  post,
  pageOf,
  faults,
}) => {
  test.slow();
  faults.expect(/net::ERR_/);
  const { hostname, port } = new URL(app.baseUrl);
  const gate = await startTcpGate({ port: Number(port) });
  try {
    const page = await pageOf(team.owner);
    await page.clock.install();
    await page.goto(`http://${hostname}:${gate.port}/chats`);
    await expect(live(page)).toBeVisible();
    gate.become("silent");
    // Seconds of the page: how many of them the machine makes of its own doesn't count. What was still on its way has
    // come when they stop, a second after the silence began.
    await pauseClock(page);
    await page.clock.runFor(11_000);
    await expect(live(page)).toHaveCount(0);
    await page.clock.resume();
    await post("message", { token: team.bot.token, chat_id: "web_0000000000f1", message: "斷線時寫的" });
    gate.become("open");
    await expect(live(page)).toBeVisible();
    await expect(rows(page)).toContainText(["斷線時寫的"]);
    await page.context().setOffline(true);
    await expect(live(page)).toHaveCount(0, { timeout: 5_000 });
    await page.context().setOffline(false);
    await expect(live(page)).toBeVisible();
  } finally {
    await gate.close();
  }
});
