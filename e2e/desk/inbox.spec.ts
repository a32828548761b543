import type { Page } from "@playwright/test";
import { z } from "zod";
import { callAction } from "@/e2e/support/call-action";
import { expect, test } from "@/e2e/support/fixtures";

const live = (page: Page) => page.getByRole("status").filter({ hasText: "即時" }).first();
const rows = (page: Page) => page.getByRole("region", { name: "對話", exact: true }).getByRole("listitem");
const view = (page: Page, name: string) =>
  page.getByRole("group", { name: "看哪些對話" }).getByRole("link", { name: new RegExp(`^${name}`) });

test("@phone each view has its chats and counts them live; its address is shared, reloaded and gone back from", async ({
  team,
  post,
  pageOf,
}) => {
  test.slow();
  await team.addDocument("運費", "## 運費多少？\n\n運費 80 元，滿 1,000 元免運。");
  const { token } = team.bot;
  const ask = async (label: string, more: object) => {
    expect((await post("message", { token, chat_id: `web_00000000${label}`, ...more })).status).toBe(200);
  };
  const page = await pageOf(team.owner);
  await page.goto("/chats");
  await expect(live(page)).toBeVisible();
  await expect(view(page, "全部")).toHaveText(/0$/);
  await ask("00a1", { message: "運費多少？" });
  await ask("00a2", { message: "外星人住哪裡？" });
  await ask("00a3", { message: "我要找人", wants_person: true });
  for (const [name, count] of [
    ["全部", 3],
    ["等候中", 1],
    ["我的", 0],
    ["沒人接手", 3],
    ["沒答出來", 1],
    ["機器人", 2],
    ["已結束", 0],
  ] as const)
    await expect(view(page, name)).toHaveText(`${name}${count}`);

  await view(page, "沒答出來").click();
  await expect(page).toHaveURL(/\/chats\?view=unanswered$/);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("外星人住哪裡？");
  await view(page, "等候中").click();
  await expect(rows(page)).toContainText(["我要找人"]);
  await expect(page).toHaveURL(/\/chats\?view=waiting$/);
  await page.goBack();
  await expect(rows(page)).toContainText(["外星人住哪裡？"]);
  await expect(page).toHaveURL(/\/chats\?view=unanswered$/);
  await page.goForward();
  await expect(page).toHaveURL(/\/chats\?view=waiting$/);
  await page.reload();
  await expect(view(page, "等候中")).toHaveAttribute("aria-current", "true");
  await expect(rows(page)).toContainText(["我要找人"]);

  await rows(page).first().getByRole("link").click();
  await page.getByRole("button", { name: "接手" }).click();
  await expect(page.getByRole("textbox", { name: "回覆訪客" })).toBeVisible();
  await page.goto("/chats?view=waiting");
  await expect(page.getByText("現在沒有訪客在等人。")).toBeVisible();
  await page.getByRole("link", { name: "看全部對話" }).click();
  await expect(rows(page)).toHaveCount(3);
  await view(page, "我的").click();
  await expect(rows(page)).toContainText(["我要找人"]);
});

test("what somebody else has, and what the bot settled, asks for nobody's eyes; the rest is read all at once, in all tabs", async ({
  team,
  post,
  pageOf,
  app,
}) => {
  const { token } = team.bot;
  const colleague = await team.addMember("agent");
  const page = await pageOf(team.owner);
  await page.goto("/chats");
  await expect(live(page)).toBeVisible();
  for (const label of ["00b1", "00b2", "00b3"])
    await post("message", { token, chat_id: `web_00000000${label}`, message: "找人", wants_person: true });
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).getByRole("img")).toHaveCount(3);
  const otherTab = await page.context().newPage();
  await otherTab.goto("/chats");
  await expect(live(otherTab)).toBeVisible();
  await expect(rows(otherTab).getByRole("img")).toHaveCount(3);

  const theirs = (await rows(page).first().getByRole("link").getAttribute("href"))?.split("/").at(-1) ?? "";
  await callAction(app.baseUrl, "takeChatAction", {
    form: { conversationId: theirs },
    headers: { cookie: colleague.cookie },
  });
  await expect(rows(page).filter({ hasText: colleague.name })).toHaveCount(1);
  for (const tab of [page, otherTab]) await expect(rows(tab).getByRole("img")).toHaveCount(2);
  await page.getByRole("button", { name: "對話列表的動作" }).click();
  await page.getByRole("button", { name: "全部標示為已讀" }).click();
  await expect(page.getByText("2 則對話標示為已讀。")).toBeVisible();
  for (const tab of [page, otherTab]) await expect(rows(tab).getByRole("img")).toHaveCount(0);
  await otherTab.close();
  await page.reload();
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).getByRole("img")).toHaveCount(0);
});

test("@phone the list is narrowed to a site, a thumb and days, and what narrows it stands in the address", async ({
  team,
  post,
  pageOf,
}) => {
  test.slow();
  const { token } = team.bot;
  const origin = "https://shop.example.com";
  expect((await post("ping", { token }, { origin })).status).toBe(200);
  const ask = async (label: string, message: string, headers = {}) => {
    const answer = await post("message", { token, chat_id: `web_00000000${label}`, message }, headers);
    return z.object({ message_id: z.string() }).parse(await answer.json()).message_id;
  };
  const rated = await ask("00c1", "店裡問的", { origin });
  await ask("00c2", "別處問的");
  const page = await pageOf(team.owner);
  await page.goto("/chats");
  await expect(live(page)).toBeVisible();
  await page.getByRole("button", { name: "篩選" }).click();
  await page.getByLabel("網站").selectOption("shop.example.com");
  await expect(page).toHaveURL(/site=shop\.example\.com/);
  await expect(rows(page)).toContainText(["店裡問的"]);
  await expect(view(page, "全部")).toHaveText("全部1");
  await page.getByLabel("評價").selectOption("down");
  await expect(page.getByText("沒有符合這些條件的對話。")).toBeVisible();
  const body = { token, chat_id: "web_0000000000c1", message_id: rated, rating: "down" };
  expect((await post("feedback", body)).status).toBe(200);
  await expect(rows(page)).toContainText(["店裡問的"]);
  await page.reload();
  await expect(rows(page)).toContainText(["店裡問的"]);
  await expect(page.getByRole("button", { name: "篩選，用了 2 個條件" })).toBeVisible();
  await page.getByLabel("到", { exact: true }).fill("2001-01-01");
  await expect(page.getByText("沒有符合這些條件的對話。")).toBeVisible();
  await page.getByRole("button", { name: "清除條件" }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(page).toHaveURL(/\/chats$/);
});

test("single keys walk through the list, search, reply and close, but not while one types; they can be turned off", async ({
  team,
  post,
  pageOf,
}) => {
  test.slow();
  const { token } = team.bot;
  for (const label of ["00d1", "00d2", "00d3"])
    await post("message", { token, chat_id: `web_00000000${label}`, message: `問題 ${label}` });
  const page = await pageOf(team.owner);
  await page.goto("/chats");
  await expect(live(page)).toBeVisible();
  const focused = page.locator("[data-chat]:focus");
  await page.keyboard.press("j");
  await expect(focused).toContainText("00d3");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(focused).toContainText("00d1");
  await page.keyboard.press("k");
  await expect(focused).toContainText("00d2");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("log")).toContainText("問題 00d2");

  await page.keyboard.press("Control+e");
  await page.keyboard.press("r");
  await expect(page.getByRole("button", { name: "接手" })).toBeFocused();
  await page.keyboard.press("Enter");
  const reply = page.getByRole("textbox", { name: "回覆訪客" });
  await expect(reply).toBeFocused();
  await page.keyboard.type("jerk?/");
  await expect(reply).toHaveValue("jerk?/");
  await expect(page.getByRole("dialog")).toBeHidden();
  await reply.fill("");
  await reply.blur();
  // A key that an input method has is none of ours.
  await page.evaluate(() => {
    for (const more of [{ isComposing: true }, { keyCode: 229 }])
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "e", bubbles: true, ...more }));
  });
  await page.keyboard.press("r");
  await expect(reply).toBeFocused();
  await reply.blur();
  await page.keyboard.press("e");
  await expect(page.getByText("對話結束了。")).toBeVisible();
  await page.getByRole("button", { name: "復原" }).click();
  await expect(reply).toBeFocused();
  await reply.blur();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.getByRole("searchbox").blur();

  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "鍵盤快捷鍵" });
  await expect(help.getByText("移到下一則對話")).toBeVisible();
  await help.getByRole("switch", { name: "單鍵快捷鍵" }).click();
  await expect(help.getByRole("switch", { name: "單鍵快捷鍵" })).toBeEnabled();
  await page.keyboard.press("Escape");
  for (const again of [false, true]) {
    if (again) await page.reload();
    await expect(live(page)).toBeVisible();
    await page.keyboard.press("?");
    await page.keyboard.press("/");
    await expect(help).toBeHidden();
    await expect(page.getByRole("searchbox")).not.toBeFocused();
  }
  await page.getByRole("button", { name: "對話列表的動作" }).click();
  await page.getByRole("button", { name: "鍵盤快捷鍵" }).click();
  await expect(help.getByRole("switch", { name: "單鍵快捷鍵" })).not.toBeChecked();
});

test("@phone a search opens a chat at the words, in whatever form, and leads to the others before them", async ({
  team,
  post,
  pageOf,
}) => {
  test.slow();
  const { token } = team.bot;
  const ask = (message: string) => post("message", { token, chat_id: "web_0000000000e1", message });
  await ask("我的訂單還沒到");
  for (let n = 0; n < 8; n++) await ask(`別的問題 ${n}：${"請問門市在哪裡".repeat(12)}？`);
  await ask("訂單編號是 ABC123");
  for (let n = 0; n < 8; n++) await ask(`還有 ${n}：${"可以刷卡嗎".repeat(16)}？`);
  const page = await pageOf(team.owner);
  await page.goto("/chats");
  await page.getByRole("searchbox").fill("订单");
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("訂單編號是 ABC123");
  await expect(page).toHaveURL(/q=/);
  await rows(page).first().getByRole("link").click();
  const log = page.getByRole("log");
  const shown = log.locator("[aria-current=true]");
  await expect(page.getByText("第 2 處，共 2 處")).toBeVisible();
  await expect(shown).toContainText("訂單編號是 ABC123");
  await expect(shown).toBeInViewport();
  await page.getByRole("button", { name: "上一處" }).click();
  await expect(shown).toContainText("我的訂單還沒到");
  await expect(shown).toBeInViewport();
  await page.getByRole("button", { name: "上一處" }).click();
  await expect(shown).toContainText("訂單編號是 ABC123");
  await page.reload();
  await expect(shown).toContainText("訂單編號是 ABC123");
  await expect(shown).toBeInViewport();
});

test("@phone the card of a visitor says from where they write, with what, and what else they asked", async ({
  team,
  post,
  pageOf,
}) => {
  const { token } = team.bot;
  const visitor = { name: "林小姐", email: "lin@example.com" };
  const userAgent =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1";
  const ask = (label: string, message: string, page: string) =>
    post(
      "message",
      { token, chat_id: `web_00000000${label}`, message, visitor, locale: "zh-TW", page_url: page },
      { "user-agent": userAgent },
    );
  await ask("00f1", "上次的問題", "https://shop.example.com/old");
  await ask("00f2", "第一句", "https://shop.example.com/tea");
  await ask("00f2", "第二句", "https://shop.example.com/tea");
  await ask("00f2", "第三句", "https://shop.example.com/cart?step=2");
  const page = await pageOf(team.owner);
  await page.goto("/chats");
  await rows(page).first().getByRole("link").click();
  await page.getByText("訪客資料 · 網頁提供，未驗證").click();
  await expect(page.getByText("Safari · iPhone")).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "lin@example.com" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^shop\.example\.com/ })).toHaveText([
    "shop.example.com/cart?step=2",
    "shop.example.com/tea",
  ]);
  await page.getByRole("link", { name: "上次的問題" }).last().click();
  await expect(page.getByRole("log")).toContainText("上次的問題");
  await expect(page).toHaveURL(/\/chats\/[0-9a-f-]{36}$/);
});

test("what one reads far down in the list stays in its place when a chat comes in above it", async ({
  team,
  post,
  pageOf,
}) => {
  test.slow();
  const { token } = team.bot;
  const ask = async (label: string) =>
    expect(
      (await post("message", { token, chat_id: `web_0000${label}`, message: `問題 ${label}` })).status,
    ).toBe(200);
  for (let n = 10; n < 28; n++) await ask(`aa${n}`);
  const page = await pageOf(team.owner);
  await page.setViewportSize({ width: 1440, height: 500 });
  await page.goto("/chats");
  await expect(live(page)).toBeVisible();
  await expect(view(page, "全部")).toHaveText("全部18");
  const read = rows(page).filter({ hasText: "問題 aa14" });
  await rows(page).first().hover();
  // In one step: a wheel's way may go on after what one looks for has come in sight.
  await rows(page)
    .first()
    .evaluate((row) => {
      let box: Element | null = row;
      while (box && getComputedStyle(box).overflowY !== "auto") box = box.parentElement;
      box?.scrollTo({ top: 12.5 * row.getBoundingClientRect().height, behavior: "instant" });
    });
  await expect(read).toBeInViewport({ ratio: 1 });
  const top = async () => Math.round((await read.boundingBox())?.y ?? 0);
  const before = await top();
  await ask("aa99");
  await ask("aa10");
  await expect(view(page, "全部")).toHaveText("全部19");
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThanOrEqual(2);
  // Who turns the wheel just as a chat comes in may find the list held in its place, and turns it once more.
  await expect(async () => {
    await page.mouse.wheel(0, -5_000);
    await expect(rows(page).first()).toContainText("問題 aa10", { timeout: 1_000 });
  }).toPass();
});
