import type { Page } from "@playwright/test";
import { expectNoViolations } from "../support/expect-no-violations";
import { expect, test } from "../support/fixtures";
import { holdAnswers } from "../support/hold-answers";

const rows = (page: Page) => page.getByRole("region", { name: "對話", exact: true }).getByRole("listitem");
const row = (page: Page, text: string) => rows(page).filter({ hasText: text });
const view = (page: Page, name: string) =>
  page.getByRole("group", { name: "看哪些對話" }).getByRole("link", { name });
const live = (page: Page) => page.getByRole("status").filter({ hasText: "即時" }).first();

test("@phone a chat is put off, leaves the others' views, says when it comes back, and does at once when its visitor writes", async ({
  team,
  post,
  pageOf,
}) => {
  test.slow();
  const { token } = team.bot;
  const says = (message: string) => post("message", { token, chat_id: "web_0000000000f1", message });
  await post("message", { token, chat_id: "web_0000000000f1", message: "我要找真人", wants_person: true });
  const [owner, agent] = [await pageOf(team.owner), await pageOf(await team.addMember("agent"))];
  await agent.goto("/chats?view=waiting");
  await expect(row(agent, "我要找真人")).toBeVisible();
  await owner.goto("/chats");
  await row(owner, "我要找真人").getByRole("link").click();
  await owner.getByRole("button", { name: "接手" }).click();
  await expect(owner.getByRole("textbox", { name: "回覆訪客" })).toBeVisible();

  await owner.getByRole("button", { name: "更多動作" }).click();
  await owner.getByRole("button", { name: "延後…" }).click();
  const dialog = owner.getByRole("dialog", { name: "延後到什麼時候？" });
  await expect(dialog.getByRole("listitem")).toHaveCount(3);
  await expectNoViolations(owner, "until when");
  // A time that has passed is refused in the dialog, with why.
  await dialog.getByLabel("自己選時間").fill("2020-01-01T09:00");
  await dialog.getByRole("button", { name: "延後", exact: true }).click();
  await expect(dialog.getByText("這個時間已經過了")).toBeVisible();
  await dialog.getByRole("button", { name: "明天早上 9 點" }).click();
  await expect(dialog).toBeHidden();
  await expect(owner.getByText("對話延後到")).toBeVisible();

  await expect(rows(agent)).toHaveCount(0);
  await view(agent, "延後").click();
  await expect(row(agent, "我要找真人")).toContainText("延後到");
  await says("我又想到一個問題");
  await expect(rows(agent)).toHaveCount(0);
  await view(agent, "全部").click();
  await expect(row(agent, "我又想到一個問題")).toBeVisible();
  await expect(owner.getByRole("banner").or(owner.locator("header")).getByText("回到你手上")).toBeVisible();
  await expect(owner.getByRole("textbox", { name: "回覆訪客" })).toBeVisible();
});

test("@phone the list of snoozed chats goes by when they come back, live and read anew, and the open one says when", async ({
  team,
  post,
  pageOf,
}) => {
  test.slow();
  const { token } = team.bot;
  const [owner, agent] = [await pageOf(team.owner), await pageOf(await team.addMember("agent"))];
  for (const [label, message] of Object.entries({ d1: "最早寫的", d2: "後來寫的", d3: "最近寫的" }))
    await post("message", { token, chat_id: `web_0000000000${label}`, message });
  await agent.goto("/chats?view=snoozed");
  const putOff = async (text: string, days: number) => {
    await owner.goto("/chats");
    await row(owner, text).getByRole("link").click();
    await expect(owner.getByRole("log")).toContainText(text);
    await owner.getByRole("button", { name: "更多動作" }).click();
    await owner.getByRole("button", { name: "延後…" }).click();
    const dialog = owner.getByRole("dialog", { name: "延後到什麼時候？" });
    const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    await dialog.getByLabel("自己選時間").fill(`${day}T09:00`);
    await dialog.getByRole("button", { name: "延後", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(row(agent, text)).toContainText("延後到");
  };
  await putOff("最近寫的", 20);
  await putOff("最早寫的", 10);
  await putOff("後來寫的", 30);
  await expect(rows(agent)).toContainText(["最早寫的", "最近寫的", "後來寫的"]);
  await putOff("最早寫的", 40);
  await expect(rows(agent)).toContainText(["最近寫的", "後來寫的", "最早寫的"]);
  await agent.reload();
  await expect(rows(agent)).toContainText(["最近寫的", "後來寫的", "最早寫的"]);

  await row(agent, "後來寫的").getByRole("link").click();
  await expect(agent.getByRole("log")).toContainText("後來寫的");
  const when = agent.getByText("延後到").locator("visible=true").last();
  await expect(when).toBeVisible();
  const box = await when.boundingBox();
  const width = agent.viewportSize()?.width ?? 0;
  expect(box && box.width > 100 && box.x >= 0 && box.x + box.width <= width).toBe(true);
  await expectNoViolations(agent, "an open snoozed chat");
});

test("z puts off the open chat, or those that are chosen; one is woken by hand", async ({
  team,
  post,
  pageOf,
}) => {
  test.slow();
  const { token } = team.bot;
  for (const [label, message] of [
    ["a1", "第一位找真人"],
    ["a2", "第二位找真人"],
    ["a3", "第三位找真人"],
  ] as const)
    await post("message", { token, chat_id: `web_000000000f${label}`, message, wants_person: true });
  const page = await pageOf(team.owner);
  await page.goto("/chats");
  await expect(rows(page)).toHaveCount(3);
  await expect(live(page)).toBeVisible();
  await row(page, "第一位").getByRole("link").click();
  await expect(page.getByRole("log")).toContainText("第一位找真人");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "鍵盤快捷鍵" })).toContainText("延後選取的對話");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("z");
  await page.getByRole("dialog").getByRole("button", { name: "3 小時後" }).click();
  await expect(row(page, "第一位")).toContainText("延後到");
  await expect(page.getByText("對話延後到")).toBeVisible();
  await page.getByRole("button", { name: "更多動作" }).click();
  await page.getByRole("button", { name: "現在叫回來" }).click();
  await expect(row(page, "第一位")).toContainText("等真人");
  // What it said of the chat is so no more.
  await expect(page.getByText("對話延後到")).toHaveCount(0);

  await page.getByRole("button", { name: "對話列表的動作" }).click();
  await page.getByRole("button", { name: "選取多則" }).click();
  await row(page, "第二位").getByRole("checkbox").check();
  await row(page, "第三位").getByRole("checkbox").check();
  await row(page, "第三位").getByRole("link").focus();
  await page.keyboard.press("z");
  const dialog = page.getByRole("dialog", { name: "2 則對話延後到什麼時候？" });
  await dialog.getByRole("button", { name: "下星期一早上 9 點" }).click();
  await expect(page.getByText("2 則延後到")).toBeVisible();
  await expect(view(page, "延後")).toContainText("2");
  for (const label of ["第二位", "第三位"]) await expect(row(page, label)).toContainText("延後到");

  // All together, with one that was not put off: nothing is offered while only that one is chosen.
  const wake = page.getByRole("button", { name: "現在叫回來" });
  await row(page, "第一位").getByRole("checkbox").check();
  await expect(page.getByText("選了 1 則")).toBeVisible();
  await expect(wake).toHaveCount(0);
  await page.getByRole("checkbox", { name: "全選" }).check();
  await expect(page.getByText("選了 3 則")).toBeVisible();
  await wake.click();
  await expect(page.getByText("2 則回來了。")).toBeVisible();
  await expect(page.getByText("1 則本來就沒有延後")).toBeVisible();
  for (const label of ["第二位", "第三位"]) await expect(row(page, label)).toContainText("等真人");
});

test("in English a chat says until when, and the notice takes it back", async ({
  team,
  post,
  pageOf,
  app,
}) => {
  const { token } = team.bot;
  await post("message", { token, chat_id: "web_00000000fb10", message: "Do you ship abroad?" });
  const page = await pageOf(team.owner);
  await page.context().addCookies([{ name: "locale", value: "en", url: app.baseUrl }]);
  await page.goto("/chats");
  const item = page.getByRole("region", { name: "Chats", exact: true }).getByRole("listitem");
  await expect(page.getByRole("status").filter({ hasText: "Live" }).first()).toBeVisible();
  await item.getByRole("link").click();
  await expect(page.getByRole("log")).toContainText("Do you ship abroad?");
  await page.keyboard.press("z");
  const dialog = page.getByRole("dialog", { name: "Snooze until when?" });
  await dialog.getByLabel("A time of your own").fill("2099-12-01T09:30");
  await dialog.getByRole("button", { name: "Snooze", exact: true }).click();
  await expect(dialog.getByText("more than a year ahead")).toBeVisible();
  await dialog.getByRole("button", { name: "Next Monday at 9:00" }).click();
  await expect(item).toContainText(/Until Mon/);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(item).not.toContainText("Until");
});

test("what is clicked while the answer to another click is on its way happens", async ({
  team,
  post,
  pageOf,
}) => {
  const { token } = team.bot;
  await post("message", { token, chat_id: "web_0000000fc1ac", message: "我要找真人", wants_person: true });
  const page = await pageOf(team.owner);
  await page.goto("/chats");
  await expect(live(page)).toBeVisible();
  await row(page, "我要找真人").getByRole("link").click();
  await expect(page.getByRole("log")).toContainText("我要找真人");
  const release = await holdAnswers(page);
  await page.keyboard.press("z");
  await page.getByRole("dialog").getByRole("button", { name: "3 小時後" }).click();
  // The feed is here before the answer.
  await expect(row(page, "我要找真人")).toContainText("延後到");
  await page.getByRole("button", { name: "更多動作" }).click();
  await page.getByRole("button", { name: "現在叫回來" }).click();
  await release();
  await expect(row(page, "我要找真人")).toContainText("等真人");
});
