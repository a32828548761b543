import type { Page, Route } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { isHydrated } from "../support/wait-for-react";

const broken = /Failed to load resource|status of 5\d\d|status of 413|net::ERR|unexpected response/;

test.beforeEach(({ faults }) => {
  faults.expect(broken);
});

const words = "這一段寫了很久，\n不能不見。";

/** How a server action can fail to reach the server, and what the form says then. */
const failures: [string, (route: Route) => Promise<void>, RegExp][] = [
  ["the line is dead", (route) => route.abort("connectionrefused"), /連不上伺服器/],
  ["a proxy answers 502", (route) => route.fulfill({ status: 502, body: "Bad Gateway" }), /沒有好好回應/],
  [
    "a proxy answers with a page of its own",
    (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<h1>Wi-Fi login</h1>" }),
    /沒有好好回應/,
  ],
  ["it is too large", (route) => route.fulfill({ status: 413, body: "" }), /內容太大/],
];

for (const [what, fail, said] of failures) {
  test(`a document stays as it is when ${what}, and is saved by the next press`, async ({ team, pageOf }) => {
    const page = await pageOf(team.owner);
    await page.goto(`/bots/${team.bot.id}/knowledge/new`);
    await page.getByLabel("標題").fill("門市");
    await contentOf(page).fill(words);
    await page.route("**", (route) => (route.request().method() === "POST" ? fail(route) : route.fallback()));
    await page.getByRole("button", { name: "儲存" }).click();
    await expect(page.getByText(said)).toBeVisible();
    await expect(page.getByLabel("標題")).toHaveValue("門市");
    await expect(contentOf(page)).toHaveValue(words);
    await page.unroute("**");
    await page.getByRole("button", { name: "儲存" }).click();
    await page.waitForURL(/\/knowledge\/[0-9a-f-]{36}/);
    await expect(contentOf(page)).toHaveValue(words);
  });
}

test("what was typed while the page's scripts were still on their way stays", async ({ team, pageOf }) => {
  const documentId = await team.addDocument("運費", "滿千免運。");
  const page = await pageOf(team.owner);
  const { promise: isTyped, resolve: go } = Promise.withResolvers<void>();
  await page.route(/\.js(\?|$)/, async (route) => {
    await isTyped;
    await route.continue();
  });
  await page.goto(`/bots/${team.bot.id}/knowledge/${documentId}`, { waitUntil: "commit" });
  await contentOf(page).fill(words);
  go();
  await page.waitForFunction(isHydrated);
  await expect(contentOf(page)).toHaveValue(words);
  await page.getByRole("button", { name: "儲存" }).click();
  await expect(page.getByText("第 2 版").first()).toBeVisible();
  await page.reload();
  await expect(contentOf(page)).toHaveValue(words);
});

test("without a network every form and button says so and nothing goes", async ({ team, pageOf }) => {
  const documentId = await team.addDocument("運費", "滿千免運。");
  const page = await pageOf(team.owner);
  const said = page.getByText(/沒有網路|連不上伺服器/);
  const press = async (path: string, act: () => Promise<void>) => {
    await page.goto(path);
    await page.context().setOffline(true);
    await act();
    await expect(said.first(), path).toBeVisible();
    await expect(page.getByText("這一頁沒有顯示成功")).toHaveCount(0);
    await page.context().setOffline(false);
  };
  await press(`/bots/${team.bot.id}`, () => page.getByRole("button", { name: "暫停服務" }).click());
  await press(`/bots/${team.bot.id}/appearance`, async () => {
    await page.getByLabel("歡迎詞").fill("嗨，我在。");
    await page.getByRole("button", { name: "儲存變更" }).click();
  });
  await expect(page.getByLabel("歡迎詞")).toHaveValue("嗨，我在。");
  await press(`/bots/${team.bot.id}/knowledge/${documentId}`, () =>
    page.getByRole("button", { name: "刪除文件" }).click(),
  );
  await press("/team", async () => {
    await page.getByLabel("電子郵件").fill("someone@example.com");
    await page.getByRole("button", { name: "產生邀請連結" }).click();
  });
  await expect(page.getByLabel("電子郵件")).toHaveValue("someone@example.com");
  await press("/account", () => page.getByRole("button", { name: "English" }).last().click());
});

test("a session that is over keeps the words, and the same save goes through after signing in again", async ({
  team,
  pageOf,
}) => {
  const documentId = await team.addDocument("運費", "滿千免運。");
  const page = await pageOf(team.owner);
  await page.goto(`/bots/${team.bot.id}/knowledge/${documentId}`);
  await contentOf(page).fill(words);
  await page.context().clearCookies();
  await page.getByRole("button", { name: "儲存" }).click();
  await expect(page.getByText("登入已失效")).toBeVisible();
  await expect(contentOf(page)).toHaveValue(words);
  const opened = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "再登入一次" }).click();
  const tab = await opened;
  await tab.waitForURL(/\/sign-in/);
  await tab.waitForFunction(isHydrated);
  await tab.getByLabel("電子郵件").fill(team.owner.email);
  await tab.getByLabel("密碼", { exact: true }).fill(team.owner.password);
  await tab.getByRole("button", { name: "登入" }).click();
  await expect(tab.getByText("還沒儲存的內容")).toBeVisible();
  await page.getByRole("button", { name: "儲存" }).click();
  await expect(page.getByText("已儲存，現在就能回答。")).toBeVisible();
  await expect(tab.getByText("還沒儲存的內容")).toHaveCount(0);
});

test("what was typed is offered again after Back, a reload, a killed tab and another sign-in, to nobody else", async ({
  team,
  pageOf,
}) => {
  const page = await pageOf(team.owner);
  const context = page.context();
  const path = `/bots/${team.bot.id}/settings`;
  await page.goto(`/bots/${team.bot.id}`);
  await page.getByRole("link", { name: "設定" }).click();
  await page.getByLabel("答不出來時說什麼").fill(words);
  await page.getByRole("switch", { name: "讓訪客找真人" }).uncheck();
  await page.goBack();
  await expect(page.getByLabel("答不出來時說什麼")).toHaveCount(0);
  await page.goForward();
  await expectOffer(page);
  await page.reload();
  await expectOffer(page);
  await page.close();

  const again = await context.newPage();
  await again.goto(path);
  await again.getByRole("button", { name: "接著寫" }).click();
  await expect(again.getByLabel("答不出來時說什麼")).toHaveValue(words);
  await expect(again.getByRole("switch", { name: "讓訪客找真人" })).not.toBeChecked();
  await expect(again.getByText("還沒儲存的內容")).toHaveCount(0);
  await again.close();

  const colleague = await team.addMember("editor");
  const cookies = await context.cookies();
  const other = await pageOf(colleague);
  await context.clearCookies();
  await context.addCookies(await other.context().cookies());
  const theirs = await context.newPage();
  await theirs.goto(path);
  await expect(theirs.getByLabel("答不出來時說什麼")).toHaveValue("");
  await expect(theirs.getByText("還沒儲存的內容")).toHaveCount(0);
  await theirs.close();

  await context.clearCookies();
  await context.addCookies(cookies);
  const back = await context.newPage();
  await back.goto(path);
  await back.getByRole("button", { name: "接著寫" }).click();
  await back.getByRole("button", { name: "儲存" }).first().click();
  await expect(back.getByText("已儲存").first()).toBeVisible();
  await back.reload();
  await expect(back.getByText("還沒儲存的內容")).toHaveCount(0);
  await expect(back.getByLabel("答不出來時說什麼")).toHaveValue(words);
});

test("a draft that is thrown away can be had back", async ({ team, pageOf }) => {
  const page = await pageOf(team.owner);
  await page.goto("/account");
  await page.getByLabel("名字").fill("另一個名字");
  await page.reload();
  await page.getByRole("button", { name: "丟掉" }).click();
  await expect(page.getByText("還沒儲存的內容")).toHaveCount(0);
  await page.getByRole("button", { name: "復原" }).click();
  await page.getByRole("button", { name: "接著寫" }).click();
  await expect(page.getByLabel("名字")).toHaveValue("另一個名字");
});

test("two tabs save different fields and both stay; what both changed is shown, and one is chosen", async ({
  team,
  pageOf,
}) => {
  const one = await pageOf(team.owner);
  const two = await pageOf(await team.addMember("editor"));
  const path = `/bots/${team.bot.id}/appearance`;
  await Promise.all([one.goto(path), two.goto(path)]);
  await one.getByLabel("名稱").fill("茶小二");
  await save(one);
  await two.getByLabel("輸入框提示").fill("想問什麼？");
  await save(two);
  await expect(two.getByLabel("名稱")).toHaveValue("茶小二");

  await one.getByLabel("輸入框提示").fill("請說");
  await one.getByRole("switch", { name: "顯示出處" }).uncheck();
  await one.getByRole("button", { name: "儲存變更" }).click();
  const conflict = one.getByRole("alert").filter({ hasText: "想問什麼？" });
  await expect(conflict).toBeVisible();
  await expect(one.getByLabel("輸入框提示")).toHaveValue("請說");
  await conflict.getByRole("button", { name: "用我寫的" }).click();
  await save(one);
  await one.reload();
  await expect(one.getByLabel("輸入框提示")).toHaveValue("請說");
  await expect(one.getByLabel("名稱")).toHaveValue("茶小二");
  await expect(one.getByRole("switch", { name: "顯示出處" })).not.toBeChecked();

  await two.getByLabel("輸入框提示").fill("說說看");
  await two.getByRole("button", { name: "儲存變更" }).click();
  await two.getByRole("button", { name: "用這個" }).click();
  await expect(two.getByLabel("輸入框提示")).toHaveValue("請說");
});

test("a draft of a document that changed meanwhile is saved over nobody's words unseen", async ({
  team,
  pageOf,
}) => {
  const documentId = await team.addDocument("運費", "滿千免運。");
  const path = `/bots/${team.bot.id}/knowledge/${documentId}`;
  const mine = await pageOf(team.owner);
  await mine.goto(path);
  await contentOf(mine).fill("我的字");
  await mine.goto("/account");
  const theirs = await pageOf(await team.addMember("editor"));
  await theirs.goto(path);
  await contentOf(theirs).fill("同事的字");
  await theirs.getByRole("button", { name: "儲存" }).click();
  await expect(theirs.getByText("已儲存，現在就能回答。")).toBeVisible();

  await mine.goto(path);
  await expect(mine.getByText("在那之後有人改過")).toBeVisible();
  await mine.getByRole("button", { name: "接著寫" }).click();
  await mine.getByRole("button", { name: "儲存" }).click();
  await expect(mine.getByText("這份文件剛被別人改過")).toBeVisible();
  await expect(contentOf(mine)).toHaveValue("我的字");
  await mine.getByRole("button", { name: "存成新版本" }).click();
  await expect(mine.getByText("第 3 版").first()).toBeVisible();
});

test("typing on while a new document is being saved keeps the words and the cursor", async ({
  team,
  pageOf,
}) => {
  const page = await pageOf(team.owner);
  await page.goto(`/bots/${team.bot.id}/knowledge/new`);
  await page.getByLabel("標題").fill("門市");
  await contentOf(page).fill("開到九點。");
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/new", async (route) => {
    if (route.request().method() === "POST") await held;
    await route.fallback();
  });
  await page.getByRole("button", { name: "儲存" }).click();
  await contentOf(page).press("End");
  await contentOf(page).pressSequentially("週日公休。");
  letGo();
  await contentOf(page).pressSequentially("歡迎光臨。");
  await page.waitForURL(/\/knowledge\/[0-9a-f-]{36}/);
  await expect(contentOf(page)).toHaveValue("開到九點。週日公休。歡迎光臨。");
  await expect(contentOf(page)).toBeFocused();
  await page.keyboard.type("再會。");
  await expect(contentOf(page)).toHaveValue("開到九點。週日公休。歡迎光臨。再會。");
  await page.getByRole("button", { name: "儲存" }).click();
  await expect(page.getByText("第 2 版").first()).toBeVisible();
  await page.goto(`/bots/${team.bot.id}/knowledge`);
  await expect(page.getByRole("row")).toHaveCount(2);
});

test("what is typed on after a form was sent that leads elsewhere is offered again where it was typed", async ({
  team,
  pageOf,
}) => {
  const page = await pageOf(team.owner);
  await page.goto("/bots/new");
  const name = page.getByRole("textbox");
  await name.fill("茶行");
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route("**/bots/new", async (route) => {
    if (route.request().method() === "POST") await held;
    await route.fallback();
  });
  await name.press("Enter");
  await expect(page.getByText("建立中…").first()).toBeVisible();
  await name.press("End");
  await page.keyboard.type("二店");
  letGo();
  await page.waitForURL(/\/bots\/[0-9a-f-]{36}/);
  await page.goto("/bots/new");
  await page.getByRole("button", { name: "接著寫" }).click();
  await expect(name).toHaveValue("茶行二店");
  await page.getByRole("button", { name: "建立", exact: true }).click();
  await page.waitForURL(/\/bots\/[0-9a-f-]{36}/);
  await page.goto("/bots/new");
  await expect(name).toBeVisible();
  await expect(page.getByText("還沒儲存的內容")).toHaveCount(0);
});

test("a field that is too long says the limit and its length, and keeps every character", async ({
  team,
  pageOf,
}) => {
  const page = await pageOf(team.owner);
  await page.goto("/account");
  const name = "字".repeat(130);
  await page.getByLabel("名字").fill(name);
  await page.getByRole("button", { name: "儲存變更" }).click();
  await expect(page.getByText("最多 60 個字，現在 130 個。")).toBeVisible();
  await expect(page.getByLabel("名字")).toHaveValue(name);
});

test("a document that can't be kept in the browser asks before the page is left", async ({
  team,
  pageOf,
}) => {
  const page = await pageOf(team.owner);
  await page.goto(`/bots/${team.bot.id}/knowledge/new`);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await contentOf(page).pressSequentially("字");
  const asked = page.waitForEvent("dialog");
  const closed = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.accept();
  await closed;
});

function contentOf(page: Page) {
  return page.getByLabel("內容", { exact: true });
}

async function expectOffer(page: Page): Promise<void> {
  await expect(page.getByText("還沒儲存的內容")).toBeVisible();
  await expect(page.getByLabel("答不出來時說什麼")).toHaveValue("");
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "儲存變更" }).click();
  await expect(page.getByText("外觀已儲存")).toBeVisible();
}
