import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { waitForShape } from "../support/wait-for-shape";

/** Holds back what the pages' links ask the server for, until `release` is called. */
async function holdNavigations(page: Page): Promise<{ release: () => void }> {
  const gate = Promise.withResolvers<void>();
  await page.route(
    (url) => url.searchParams.has("_rsc"),
    async (route) => {
      if (!route.request().headers()["next-router-prefetch"]) await gate.promise;
      await route.continue();
    },
  );
  return { release: gate.resolve };
}

test("@phone a click shows the next page's shape at once, however slow the server is", async ({ pageAs }) => {
  const page = await pageAs("owner");
  await page.goto("/bots");
  await expect(page.getByRole("heading", { level: 1, name: "機器人" })).toBeVisible();
  await waitForShape(page, "/team");
  const server = await holdNavigations(page);
  const waiting = page.getByRole("status").filter({ hasText: "載入中…" });

  await page.getByRole("navigation", { name: "主選單" }).getByRole("link", { name: "團隊" }).click();
  await expect(waiting).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("團隊");
  await expect(page.getByRole("link", { name: "團隊" })).toHaveAttribute("aria-current", "page");
  await expect(page).toHaveURL(/\/bots$/);
  server.release();
  await expect(page).toHaveURL(/\/team$/);
  await expect(waiting).toHaveCount(0);
  await expect(page.getByRole("rowheader", { name: /林怡君/ })).toBeVisible();
});

test("between the pages of a bot its heading and tabs stay", async ({ pageAs }) => {
  const page = await pageAs("owner");
  await page.goto("/bots");
  await page.getByRole("main").getByRole("link", { name: "霧腳茶行" }).click();
  await expect(page.getByRole("heading", { name: "接下來" })).toBeVisible();
  const title = await page.getByRole("heading", { level: 1 }).textContent();
  const tabs = page.getByRole("navigation", { name: "機器人頁面" });
  await waitForShape(page, (await tabs.getByRole("link", { name: "外觀" }).getAttribute("href")) ?? "");
  const server = await holdNavigations(page);
  const waiting = page.getByRole("status").filter({ hasText: "載入中…" });

  await tabs.getByRole("link", { name: "外觀" }).click();
  await expect(waiting).toHaveCount(1);
  await expect(page.getByRole("heading", { name: "接下來" })).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title ?? "");
  await expect(tabs.getByRole("link", { name: "外觀" })).toHaveAttribute("aria-current", "page");
  server.release();
  await expect(page.getByLabel("歡迎詞")).toBeVisible();
  await expect(waiting).toHaveCount(0);
});

test("what isn't there is said inside the dashboard, under its one main", async ({ pageAs, faults }) => {
  faults.expect(/status of 40[34]/);
  const owner = await pageAs("owner");
  for (const path of ["/bots/00000000-0000-7000-8000-000000000000", "/bots/x/nothing", "/no-such-page"]) {
    expect((await owner.goto(path))?.status(), path).toBe(404);
    await expect(owner.getByRole("heading", { level: 1, name: "找不到這一頁" })).toBeVisible();
    await expect(owner.getByRole("navigation", { name: "主選單" })).toBeVisible();
    await expect(owner.getByRole("main")).toHaveCount(1);
  }
  await owner.getByRole("main").getByRole("link", { name: "回到機器人" }).click();
  await expect(owner).toHaveURL(/\/bots$/);

  const agent = await pageAs("agent");
  expect((await agent.goto("/bots/new"))?.status()).toBe(403);
  await expect(agent.getByRole("heading", { level: 1, name: "你的角色不能看這一頁" })).toBeVisible();
  await expect(agent.getByRole("navigation", { name: "主選單" })).toBeVisible();
  await expect(agent.getByRole("main")).toHaveCount(1);
});

test("an agent has no tab of settings", async ({ pageAs, faults }) => {
  faults.expect(/status of 403/);
  const agent = await pageAs("agent");
  await agent.goto("/bots");
  await agent.getByRole("main").getByRole("link").first().click();
  const tabs = agent.getByRole("navigation", { name: "機器人頁面" });
  await expect(tabs.getByRole("link", { name: "文件" })).toBeVisible();
  await expect(tabs.getByRole("link", { name: "設定" })).toHaveCount(0);
  await expect(agent).toHaveURL(/\/bots\/[0-9a-f-]{36}$/);
  expect((await agent.goto(`${new URL(agent.url()).pathname}/settings`))?.status()).toBe(403);
});
