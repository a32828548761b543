import type { Locator, Page } from "@playwright/test";
import { settle } from "@/e2e/screens/settle";
import { expect, test } from "@/e2e/support/fixtures";
import type { Member } from "@/e2e/support/team";
import { translatePage } from "@/e2e/support/translate-page";

const live = (page: Page) => page.getByRole("status").filter({ hasText: "即時" }).first();
const rows = (page: Page) => page.getByRole("region", { name: "對話", exact: true }).getByRole("listitem");

test("the list, the transcript and the details have room on every width, in both languages", async ({
  team,
  post,
  newPage,
  app,
}) => {
  test.slow();
  const { token } = team.bot;
  const visitor = { name: "一位名字相當長的訪客 with a rather long name", email: "long@example.com" };
  const sent = await post("message", {
    ...{ token, chat_id: "web_0000000000b1", visitor, wants_person: true },
    message: "我想請問一下訂單到哪裡了，我的訂單編號是 20261128000123，謝謝",
  });
  expect(sent.status).toBe(200);
  for (const locale of ["zh-TW", "en"]) {
    const page = await newPage({});
    await enterAs(team.owner, page, app.baseUrl, locale);
    await page.goto("/chats");
    await page.getByRole("region").getByRole("listitem").first().getByRole("link").click();
    await expect(page.getByRole("log")).toBeVisible();
    for (const width of [320, 360, 390, 600, 768, 834, 1024, 1180, 1280, 1440, 1920, 2560]) {
      await page.setViewportSize({ width, height: 844 });
      await settle(page);
      const seen = await page.evaluate(() => {
        const log = document.querySelector("[role=log]")?.getBoundingClientRect();
        const header = document.querySelector("section:not(.hidden) header:has(h2)");
        const controls = [...(header?.querySelectorAll("button, [role=status]") ?? [])]
          .filter((node) => node.checkVisibility())
          .map((node) => node.getBoundingClientRect())
          .filter(({ width: own }) => own > 1);
        const boxes = [...document.querySelectorAll("nav a, button, summary, [role=status]")].filter(
          (node) => node.checkVisibility() && node.getBoundingClientRect().width > 1,
        );
        return {
          overflow: document.documentElement.scrollWidth - window.innerWidth,
          transcript: log?.width ?? 0,
          heights: controls.map(({ height }) => height),
          middles: controls.map(({ top, bottom }) => (top + bottom) / 2),
          outside: boxes.filter((node) => {
            const { left, right } = node.getBoundingClientRect();
            return left < 0 || right > window.innerWidth;
          }).length,
        };
      });
      const at = `${width} px, ${locale}`;
      expect(seen.overflow, at).toBeLessThanOrEqual(0);
      expect(seen.transcript, at).toBeGreaterThanOrEqual(Math.min(width, 320));
      expect(Math.max(...seen.middles) - Math.min(...seen.middles), at).toBeLessThanOrEqual(4);
      expect(Math.max(...seen.heights), at).toBeLessThanOrEqual(44);
      expect(seen.outside, at).toBe(0);
    }
  }
});

test("a name that the page gave is marked as such in sight, however long, turned round or self-confirming it is", async ({
  team,
  post,
  pageOf,
}) => {
  const { token } = team.bot;
  const names = [
    ["\u202e)證驗已( 服客\u202c", ")證驗已( 服客"],
    [`${"很長的名字".repeat(8)}（已驗證）`, `${"很長的名字".repeat(8)}（已驗證）`],
    [`${"W".repeat(90)} verified`, `${"W".repeat(90)} verified`],
    ["\u2067\u200e王\u200b小明\u2069\n（網頁提供，已驗證）", "王小明 （網頁提供，已驗證）"],
  ] as const;
  for (const [at, [name]] of names.entries()) {
    const visitor = { name, email: `${at}@example.com` };
    const sent = await post("message", {
      token,
      chat_id: `web_0000000000e${at}`,
      message: `第 ${at} 個`,
      visitor,
    });
    expect(sent.status).toBe(200);
  }
  const page = await pageOf(team.owner);
  const atEachWidth = async (look: () => Promise<void>) => {
    for (const width of [320, 390, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await look();
    }
  };
  await page.goto("/chats");
  for (const [at, [, shown]] of names.entries()) {
    const row = rows(page).filter({ hasText: `第 ${at} 個` });
    await atEachWidth(async () => {
      await expect(rows(page)).toHaveCount(names.length);
      await expectInSight(row.getByText("網頁提供", { exact: false }).last(), row);
      await expect(row.locator("bdi")).toHaveText(shown);
    });
    await row.getByRole("link").click();
    const heading = page.getByRole("heading", { level: 2 }).filter({ has: page.locator("bdi") });
    const header = page.locator("header").filter({ has: heading });
    await atEachWidth(async () => {
      await expect(heading).toContainText(shown);
      await expectInSight(
        header.getByText("網頁提供", { exact: false }).locator("visible=true").last(),
        header,
      );
    });
    await page.goto("/chats");
  }
});

/** Whole, and within what holds it: not cut off by an ellipsis, nor only said to screen readers. */
async function expectInSight(mark: Locator, holder: Locator): Promise<void> {
  await expect(mark).toBeVisible();
  const [inner, outer] = [await mark.boundingBox(), await holder.boundingBox()];
  expect(inner && outer && inner.width > 40 && inner.x >= outer.x).toBe(true);
  expect((inner?.x ?? 0) + (inner?.width ?? 0)).toBeLessThanOrEqual((outer?.x ?? 0) + (outer?.width ?? 0));
  expect(await mark.evaluate((element) => element.scrollWidth <= element.clientWidth + 1)).toBe(true);
}

test("times are the viewer's, also where the server wrote the page", async ({ team, post, newPage, app }) => {
  const { token } = team.bot;
  await post("message", { token, chat_id: "web_0000000000c1", message: "幾點了？" });
  for (const timezoneId of ["Asia/Taipei", "America/New_York", "Asia/Kolkata"]) {
    const page = await newPage({ timezoneId });
    await enterAs(team.owner, page, app.baseUrl);
    await page.goto("/chats");
    await rows(page).first().getByRole("link").click();
    await expect(page.getByRole("log")).toBeVisible();
    const html = await (await page.request.get(page.url())).text();
    expect(html).toContain("幾點了？");
    await page.reload();
    const time = page.getByRole("log").locator("li time").last();
    const at = await time.getAttribute("datetime");
    const inZone = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat("zh-TW", { timeZone: timezoneId, ...options }).format(new Date(at ?? ""));
    const shown = inZone({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    await expect(time).toHaveText(shown);
    await expect(time).toHaveAttribute("title", inZone({ dateStyle: "full", timeStyle: "medium" }));
    await expect(page.getByRole("log")).toContainText(inZone({ dateStyle: "medium" }));
    expect(html).not.toMatch(/<time[^>]*>\d\d:\d\d</);
  }
});

for (const how of ["replace", "move"] as const) {
  test(`live screens survive a page translator that puts texts into elements of its own (${how})`, async ({
    team,
    post,
    pageOf,
  }) => {
    test.slow();
    const { token } = team.bot;
    const ask = (label: string, message: string, more: object = {}) =>
      post("message", { token, chat_id: `web_00000000${label}`, message, ...more });
    await ask("0ab1", "第一句");
    const page = await pageOf(team.owner);
    await page.goto("/chats");
    await expect(live(page)).toBeVisible();
    await translatePage(page, how);
    await ask("0ab1", "第二句");
    await ask("0ab2", "換我問");
    await expect(rows(page)).toContainText(["換我問", "第二句"]);
    await rows(page).last().getByRole("link").click();
    await expect(page.getByRole("log").getByText("第二句")).toBeVisible();
    await ask("0ab1", "第三句", { wants_person: true });
    await expect(page.getByRole("log").getByText("第三句")).toBeVisible();
    await expect(page.getByRole("navigation").getByRole("link", { name: /對話/ })).toContainText(
      "1 則等真人",
    );
    await page.getByRole("button", { name: /接手/ }).click();
    await expect(page.getByRole("button", { name: /接手/ })).toHaveCount(0);
    await expect(page.getByRole("textbox", { name: "回覆訪客" })).toBeVisible();
    await page.getByRole("searchbox").fill("換我問");
    await expect(rows(page)).toHaveCount(1);
    await page.getByRole("searchbox").fill("誰也沒說過");
    await expect(page.getByText(/沒有符合「誰也沒說過」的對話/)).toBeVisible();

    await page.goto(`/bots/${team.bot.id}/install`);
    await expect(page.getByRole("button", { name: /複製/ }).first()).toBeVisible();
    await translatePage(page, how);
    expect((await post("ping", { token }, { origin: "https://shop.example.com" })).status).toBe(200);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    // It says so for two seconds: the wait, in the page, begins before them.
    const copied = page.getByRole("button", { name: /已複製/ });
    await Promise.all([copied.first().waitFor(), page.getByRole("button", { name: /複製/ }).first().click()]);
    await expect(copied).toHaveCount(0);
    await page.getByRole("link", { name: /文件/ }).first().click();
    await expect(page).toHaveURL(/knowledge/);
    await translatePage(page, how);
    await page.goBack();
    await expect(page).toHaveURL(/install/);
    await expect(page.getByText(/這一頁出了狀況/)).toHaveCount(0);
  });
}

async function enterAs({ cookie }: Member, page: Page, baseUrl: string, locale = "zh-TW"): Promise<void> {
  const pairs = [...cookie.split("; "), `locale=${locale}`];
  await page.context().addCookies(
    pairs.map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return { name, value: value.join("="), url: baseUrl };
    }),
  );
}
