import { openWebSite, webPage } from "@/test/web-site";
import { newClientAddress } from "../support/client-address";
import { expect, test } from "../support/servers/start-fixtures";
import { createTeam } from "../support/team";

test("a site is crawled from its address to a visitor's answer, and what changes on it is taken over", async ({
  start,
  context,
}) => {
  const site = await openWebSite();
  const home = site.url.replace("shop.test", "127.0.0.1");
  site.pages["/"] = webPage("山茶行", "<p>歡迎光臨山茶行，我們在坪林。</p>", ["/returns", "/private/a"]);
  site.pages["/returns"] = webPage("退換貨", "<p>收到後十二天內可以退貨，運費由本店負擔。</p>");
  site.pages["/robots.txt"] = "User-agent: *\nDisallow: /private/";
  const server = start({
    EGRESS_ALLOW: home.slice("http://".length),
    SIGNUP: "open",
    TRUSTED_PROXY_HOPS: "1",
  });
  const baseUrl = await server.ready;
  const { owner, bot } = await createTeam(baseUrl);
  await context.addCookies(
    owner.cookie.split("; ").map((cookie) => {
      const at = cookie.indexOf("=");
      return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: baseUrl };
    }),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${baseUrl}/bots/${bot.id}/knowledge`);
  await page.getByLabel("網址", { exact: true }).fill(home);
  await page.getByText("整個網站", { exact: true }).click();
  await page.getByRole("button", { name: "讀取", exact: true }).click();
  await page.getByRole("button", { name: "全部發布（2 份）" }).click({ timeout: 60_000 });
  const row = (title: string) => page.getByRole("listitem").filter({ hasText: title });
  for (const title of ["山茶行", "退換貨"])
    await expect(row(title).getByText("回答中")).toBeVisible({ timeout: 60_000 });
  await expect(row("/private/a").getByText("robots.txt 不讓程式讀這一頁")).toBeVisible();
  expect(site.asked.map(({ path }) => path)).not.toContain("/private/a");

  const ask = async () => {
    // Each from an address of its own: it is asked as often as the site's crawl takes.
    const response = await fetch(`${baseUrl}/api/widget/message`, {
      method: "POST",
      headers: { "x-forwarded-for": newClientAddress() },
      body: JSON.stringify({ token: bot.token, message: "幾天內可以退貨？" }),
    });
    return response.json();
  };
  expect(await ask()).toMatchObject({
    success: true,
    answered: true,
    sources: [{ title: "退換貨", url: `${home}/returns` }],
  });
  site.pages["/returns"] = webPage("退換貨", "<p>收到後三十天內可以退貨，運費由本店負擔。</p>");
  await page.getByRole("button", { name: "立即更新" }).click();
  await expect.poll(async () => JSON.stringify(await ask()), { timeout: 60_000 }).toContain("三十天");
  await site.close();
});
