import { expect, test } from "./support/fixtures";

const paths = ["/", "/sign-in", "/sign-up", "/demo", "/no-such-page"];

for (const { header, lang } of [
  { header: "en-US,en;q=0.9", lang: "en" },
  { header: "ja,ko;q=0.8", lang: "en" },
  { header: "fr;q=0.9,zh-HK;q=0.7,en;q=0.5", lang: "zh-TW" },
  { header: "", lang: "zh-TW" },
]) {
  test(`a first visit with "${header}" is answered in ${lang}`, async ({ request }) => {
    for (const path of paths) {
      const response = await request.get(path, { headers: { "accept-language": header } });
      expect(await response.text(), path).toContain(`<html lang="${lang}"`);
    }
  });
}

test("what somebody chose outweighs the browser's languages", async ({ newPage, faults }) => {
  faults.expect(/status of 401/);
  const page = await newPage({ locale: "en-US" });
  await page.goto("/team");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in first");
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-TW");
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-TW");
});

test("search engines and links find what they look for", async ({ request, page, app }) => {
  const favicon = await request.get("/favicon.ico");
  expect([...(await favicon.body()).subarray(0, 4)]).toEqual([0, 0, 1, 0]);
  expect(await (await request.get("/robots.txt")).text()).toContain(`Sitemap: ${app.baseUrl}/sitemap.xml`);
  const sitemap = await (await request.get("/sitemap.xml")).text();
  const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] ?? "");
  expect(addresses).toContain(`${app.baseUrl}/demo`);
  for (const address of addresses) expect((await request.get(address)).status(), address).toBe(200);
  const manifest = await (await request.get("/manifest.webmanifest")).json();
  for (const { src } of manifest.icons) expect((await request.get(src)).status(), src).toBe(200);

  for (const [path, title] of [
    ["/", "Dawen 答問：照著你的文件回答的客服"],
    ["/sign-in", "登入 · Dawen 答問"],
    ["/demo", "示範商店：霧腳茶行 · Dawen 答問"],
  ] as const) {
    await page.goto(path);
    await expect(page).toHaveTitle(title);
    const canonical = await page.locator("link[rel=canonical]").getAttribute("href");
    expect(canonical?.replace(/\/$/, "")).toBe(`${app.baseUrl}${path}`.replace(/\/$/, ""));
    await expect(page.locator("meta[property='og:title']")).toHaveAttribute("content", title);
    const picture = await page.locator("meta[property='og:image']").getAttribute("content");
    const response = await request.get(picture ?? "");
    expect(response.headers()["content-type"]).toBe("image/png");
  }
});

test("titles name the page, the bot and the product", async ({ pageAs }) => {
  const page = await pageAs("owner");
  await page.goto("/bots");
  await page.getByRole("main").getByRole("link", { name: "霧腳茶行" }).click();
  await expect(page).toHaveTitle("總覽 · 霧腳茶行 · Dawen 答問");
  await page.getByRole("navigation", { name: "機器人頁面" }).getByRole("link", { name: "文件" }).click();
  await expect(page).toHaveTitle("文件 · 霧腳茶行 · Dawen 答問");
  const document = page.getByRole("rowheader").getByRole("link").first();
  const name = await document.textContent();
  await document.click();
  await expect(page).toHaveTitle(`${name} · 霧腳茶行 · Dawen 答問`);
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
});

test("a notice of what was done doesn't come back with a reload, nor stay beside an error", async ({
  page,
}) => {
  await page.goto("/sign-in?notice=password_changed");
  const notice = page.getByText("密碼改好了，請用新密碼登入。");
  await expect(notice).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.getByLabel("電子郵件").fill("nobody@example.com");
  await page.locator("input[name=password]").fill("not the password");
  await page.getByRole("button", { name: "登入", exact: true }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expect(notice).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test("in the English interface the owner's Chinese keeps its language, also while it is typed", async ({
  app,
  pageAs,
}) => {
  const page = await pageAs("owner");
  await page.context().addCookies([{ name: "locale", value: "en", url: app.baseUrl }]);
  await page.goto("/bots");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  const bot = page.getByRole("main").getByRole("link", { name: "霧腳茶行" });
  await expect(bot).toHaveAttribute("lang", "zh-Hant");
  await bot.click();
  await page.getByRole("navigation", { name: "Bot pages" }).getByRole("link", { name: "Appearance" }).click();
  const welcome = page.getByLabel("Welcome text");
  await expect(welcome).toHaveAttribute("lang", "zh-Hant");
  const widths = () => welcome.evaluate((field) => getComputedStyle(field).fontVariantEastAsian);
  expect(await widths()).toBe("normal");
  await welcome.fill("Hello");
  await expect(welcome).toHaveAttribute("lang", "en");
  await welcome.fill("いらっしゃいませ");
  await expect(welcome).toHaveAttribute("lang", "ja");
  await welcome.fill("");
  await expect(welcome).not.toHaveAttribute("lang");
});
