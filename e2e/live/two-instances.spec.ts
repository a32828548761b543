import { newContext } from "@/e2e/support/new-context";
import { sendRaw } from "../api/raw-request";
import { ask, expect, signIn, test, visitorAddress } from "./fixtures";
import { watchFeed } from "./watch-feed";

test.setTimeout(180_000);
test.use({ actionTimeout: 10_000 });
/**
 * A change made on one instance counts on the other for every request sent this long after, in milliseconds: 2 s on a
 * quiet machine.
 */
const soonMs = 5_000;

test("two instances behind a proxy are one service", async ({ cluster, browser }) => {
  const [a, b] = [await cluster.start(), await cluster.start()];
  cluster.proxy.serve([a.url, b.url]);
  const demo = await cluster.demo();
  const [{ token }] = demo.bots;

  await test.step("a message through one shows on a screen of the other, once", async () => {
    const agent = await signIn(cluster.proxy.url, demo, "agent");
    const screens = [watchFeed([a.url], agent, "0-0"), watchFeed([b.url], agent, "0-0")];
    await expect.poll(() => screens.map(({ resets }) => resets)).toEqual([1, 1]);
    for (const [n, { url }] of [a, b].entries()) {
      await ask(url, { token, chatId: `web_0000000${n}`, question: `從 ${n} 來`, from: visitorAddress(n) });
      // An answer goes out a moment before screens have it.
      await expect
        .poll(() => screens.map(({ events }) => events.length))
        .toEqual(screens.map(() => 2 * (n + 1)));
    }
    for (const screen of screens) {
      expect(screen.events.map(({ event }) => event.turn.author)).toEqual([
        "visitor",
        "bot",
        "visitor",
        "bot",
      ]);
      screen.stop();
    }
  });

  await test.step("a limit counts the requests of both", async () => {
    let visitors = 0;
    // While the store takes longer than 0.8 s, each counts for itself: then another visitor is counted anew.
    await expect(async () => {
      const from = `127.99.0.${++visitors}`;
      const sent = Array.from({ length: 22 }, () =>
        sendRaw(cluster.proxy.url, {
          method: "POST",
          path: "/api/widget/message",
          body: JSON.stringify({ token, message: "運費多少？" }),
          from,
        }),
      );
      const statuses = (await Promise.all(sent)).map(({ status }) => status).sort();
      expect(statuses).toEqual([...Array(20).fill(200), 429, 429]);
    }).toPass({ timeout: 60_000 });
  });

  await test.step("settings and knowledge saved on one count on the other soon after", async () => {
    const context = await newContext(browser, { baseURL: cluster.proxy.url, locale: "zh-TW" });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await page.locator("input[name=email]").fill(demo.owner.email);
    await page.locator("input[name=password]").fill(demo.owner.password);
    await page.locator("input[name=password]").press("Enter");
    await page.waitForURL((address) => address.pathname !== "/sign-in");
    await page.goto("/bots");
    const card = page.getByRole("listitem").filter({ hasText: demo.bots[0].name });
    const botPath = await card.getByRole("link").first().getAttribute("href");
    cluster.proxy.serve([a.url]);

    const nameOn = async (url: string) => {
      const { json } = await sendRaw(url, { method: "GET", path: `/api/widget/config?token=${token}` });
      return Object(Object(json).config).bot_name;
    };
    const before = await nameOn(b.url);
    await page.goto(`${botPath}/appearance`);
    await page.locator("input[name=botName]").fill("兩台一致");
    await page.locator("input[name=botName]").press("Enter");
    await expect.poll(() => nameOn(a.url)).toBe("兩台一致");
    expect(before).not.toBe("兩台一致");
    await expectSoon(
      () => nameOn(b.url),
      (name) => name === "兩台一致",
    );

    const replyOn = async (url: string, n: number) =>
      (await ask(url, { token, chatId: "web_00000777", question: "刻字要幾天？", from: visitorAddress(n) }))
        .reply;
    expect(await replyOn(b.url, 50)).not.toContain("三個工作天");
    await page.goto(`${botPath}/knowledge/new`);
    await page.getByLabel("標題").fill("刻字服務");
    await page
      .getByLabel("內容", { exact: true })
      .fill("茶罐可以刻字。\n刻字需要三個工作天，刻好後不能退貨。");
    await page.getByRole("button", { name: "儲存" }).click();
    await expect(page.getByText("已儲存，現在就能回答。")).toBeVisible();
    let n = 60;
    await expectSoon(
      () => replyOn(b.url, n++),
      (reply) => reply.includes("三個工作天"),
    );
    await context.close();
  });

  await test.step("a browser's screen on one instance shows a message through the other", async () => {
    const context = await newContext(browser, { baseURL: b.url, locale: "zh-TW" });
    const agent = await signIn(cluster.proxy.url, demo, "agent");
    const [name = "", value = ""] = (
      agent.split("; ").find((pair) => pair.includes("session-token")) ?? ""
    ).split("=");
    await context.addCookies([{ name, value, url: b.url }]);
    const page = await context.newPage();
    await page.goto("/chats");
    await expect(page.getByRole("status").filter({ hasText: "即時" })).toBeVisible();
    await ask(a.url, { token, chatId: "web_0000abcd", question: "跨台的問題", from: visitorAddress(90) });
    const row = page.getByRole("listitem").filter({ hasText: "ABCD" });
    await expect(row).toContainText("跨台的問題");
    await row.getByRole("link").click();
    await expect(page.getByRole("log").getByText("跨台的問題")).toBeVisible();
    await context.close();
  });
});

/** Asks until it is so. What was asked soon after now may still be as it was, what is asked later may not. */
async function expectSoon<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean): Promise<void> {
  const since = performance.now();
  for (;;) {
    const after = performance.now() - since;
    const answer = await ask();
    if (isSo(answer)) return;
    expect(after, `still ${answer}`).toBeLessThan(soonMs);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
