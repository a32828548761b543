import type { Request } from "@playwright/test";
import { expect, test } from "../support/fixtures";

const sitePages = [
  "/",
  "/features",
  "/how-it-works",
  "/pricing",
  "/questions",
  "/partners",
  "/tools",
  "/developers",
  "/developers/api",
  "/privacy",
  "/terms",
];
const tools = ["characters", "wording", "contrast", "snippet", "answer"].map((name) => `/tools/${name}`);
const paths = [...sitePages, "/sign-in", "/sign-up", "/demo", "/no-such-page"];

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

test("an address that names a language is in it for everybody, and the reader's choice leads out of it", async ({
  newPage,
}) => {
  const page = await newPage({ locale: "zh-TW" });
  await page.goto("/en/features");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  const nav = page.getByRole("navigation", { name: "Site" });
  await expect(nav.getByRole("link", { name: "Features" })).toHaveAttribute("aria-current", "page");
  await nav.getByRole("link", { name: "Questions" }).click();
  await expect(page).toHaveURL(/\/en\/questions$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Questions and answers");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page).toHaveURL(/[^n]\/questions$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-TW");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("常見問題");
  await page.goto("/en");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-TW");
});

for (const path of [...sitePages, ...tools]) {
  test(`${path} says where it is in each language, and what it is`, async ({ page, request, app }) => {
    const inner = path === "/" ? "" : path;
    for (const [address, lang] of [
      [path, "zh-TW"],
      [`/zh-TW${inner}`, "zh-TW"],
      [`/en${inner}`, "en"],
    ] as const) {
      await page.goto(address);
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      const link = async (name: string) =>
        new URL((await page.locator(name).getAttribute("href")) ?? "", app.baseUrl).href;
      const whole = (to: string) => new URL(to, app.baseUrl).href;
      expect(await link("link[rel=canonical]")).toBe(whole(address));
      expect(await link("link[hreflang=en]")).toBe(whole(`/en${inner}`));
      expect(await link("link[hreflang=zh-TW]")).toBe(whole(`/zh-TW${inner}`));
      expect(await link("link[hreflang=x-default]")).toBe(whole(path));
      const { length } = (await page.locator("meta[name=description]").getAttribute("content")) ?? "";
      expect(length, address).toBeGreaterThan(20);
      await expect(page.locator("meta[property='og:locale']")).toHaveAttribute(
        "content",
        lang.replace("-", "_"),
      );
      const picture =
        (await page.locator("meta[property='og:image']").getAttribute("content")) ?? "no picture";
      const name = path.slice(1).replaceAll("/", "-");
      expect(picture).toBe(whole(`/pictures/link-${name && `${name}-`}${lang}.png`));
      const drawn = await request.get(picture);
      expect([drawn.status(), drawn.headers()["content-type"]]).toEqual([200, "image/png"]);
    }
  });
}

test("the prices say what it costs to run, and the ceilings that no operator changes", async ({
  newPage,
}) => {
  const page = await newPage({ locale: "en-US" });
  await page.goto("/pricing");
  const costs = page.getByRole("term");
  await expect(costs.filter({ hasText: "needed" })).toHaveText("A machineneeded");
  await expect(costs.filter({ hasText: "A language model" })).toContainText("optional");
  await expect(page.getByText("This server uses no language model")).toBeVisible();
  const ceilings = page.getByRole("table", { name: "The ceilings of today" });
  const rowOf = (name: string) => ceilings.getByRole("row").filter({ hasText: name });
  await expect(rowOf("Documents of a bot")).toContainText("2,000");
});

test("what a page of the site says to machines is what it says to people", async ({ page, app }) => {
  const dataOf = async (address: string) => {
    await page.goto(address);
    return JSON.parse((await page.locator("script[type='application/ld+json']").textContent()) ?? "");
  };
  expect(await dataOf("/")).toMatchObject({ "@type": "SoftwareApplication", url: app.baseUrl });
  const questions = await dataOf("/en/questions");
  expect(questions["@type"]).toBe("FAQPage");
  const shown = await page.locator("summary h3").allTextContents();
  expect(questions.mainEntity.map(({ name }: { name: string }) => name)).toEqual(shown);
  expect(shown.length).toBeGreaterThan(10);
});

for (const [label, path] of [
  ["功能介紹", "/features"],
  ["使用流程", "/how-it-works"],
  ["方案定價", "/pricing"],
  ["常見問題", "/questions"],
  ["推廣合作", "/partners"],
  ["實用工具", "/tools"],
  ["開發者中心", "/developers"],
  ["隱私權", "/privacy"],
  ["使用條款", "/terms"],
  ["登入", "/sign-in"],
] as const) {
  test(`on a phone the menu leads to ${path}, by touch and by keyboard`, async ({ newPage }) => {
    const page = await newPage({ viewport: { width: 390, height: 800 }, locale: "zh-TW" });
    await page.goto("/");
    const opener = page.getByRole("button", { name: "打開選單" });
    await opener.focus();
    await page.keyboard.press("Enter");
    const link = page.getByRole("navigation", { name: "網站選單" }).getByRole("link", { name: label });
    await expect(link).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(link).toBeHidden();
    await opener.click();
    await link.click();
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await page.waitForLoadState();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBe(0);
  });
}

test("pages of the site ask nobody else for anything, and those that are only read run no script", async ({
  page,
  app,
}) => {
  for (const path of [...sitePages.filter((path) => !path.startsWith("/developers")), "/en/features"]) {
    const asked: string[] = [];
    const note = (request: Request) => asked.push(request.url());
    page.on("request", note);
    await page.goto(path, { waitUntil: "networkidle" });
    page.off("request", note);
    expect(asked.filter((url) => new URL(url).origin !== app.baseUrl)).toEqual([]);
    // The first page carries the widget, as any customer's page does.
    const widget = path === "/" ? 1 : 0;
    expect(asked.filter((url) => url.includes(".js") && !/\/widget(-[^/]*)?\.js$/.test(url))).toEqual([]);
    await expect(page.locator("script[src='/widget.js']")).toHaveCount(widget);
    await expect(page.locator("script:not([type='application/ld+json'])")).toHaveCount(widget);
    await expect(page.getByRole("contentinfo")).toBeVisible();
  }
});

for (const { locale, suggestion, quote, absent } of [
  { locale: "zh-TW", suggestion: "要多少錢？", quote: "軟體不用錢", absent: "今天天氣如何？" },
  {
    locale: "en-US",
    suggestion: "What does it cost?",
    quote: "The software costs nothing",
    absent: "Who won the match?",
  },
]) {
  test(`the first page's own widget answers in ${locale} from the questions, and asks nobody else`, async ({
    newPage,
    app,
  }) => {
    const page = await newPage({ locale });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto("/");
    await page.locator("main a[data-dawen-open]").click();
    await expect(page).toHaveURL(/#ask$/);
    const widget = page.locator("dawen-widget");
    await widget.getByRole("button", { name: suggestion }).click();
    await expect(widget.getByText(quote).first()).toBeVisible();
    await widget.getByRole("textbox").fill(absent);
    await widget.getByRole("textbox").press("Enter");
    await expect(widget.getByText(absent, { exact: true })).toBeVisible();
    await expect(widget.getByText(/常見問題那一頁沒有寫|questions and answers doesn’t say/)).toBeVisible();
    expect(asked.filter((url) => new URL(url).origin !== app.baseUrl)).toEqual([]);
  });
}

test("without scripts the first page says what to ask, and where it stands", async ({ newPage }) => {
  const page = await newPage({ locale: "en-US", javaScriptEnabled: false });
  await page.goto("/en");
  await page.getByRole("link", { name: "Ask it something" }).click();
  await expect(page).toHaveURL(/\/en#ask$/);
  await page.getByRole("link", { name: /the page it reads/ }).click();
  await expect(page).toHaveURL(/\/en\/questions$/);
  await page.locator("summary").filter({ hasText: "What does it cost?" }).click();
  await expect(page.getByText("The software costs nothing")).toBeVisible();
});

test("language and theme of a page of the site are chosen without a script, and the page stays", async ({
  newPage,
}) => {
  const page = await newPage({ locale: "zh-TW", javaScriptEnabled: false, colorScheme: "light" });
  await page.goto("/en/terms");
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(page).toHaveURL(/\/en\/terms$/);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page).toHaveURL(/[^n]\/terms$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-TW");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("the forms of language and theme lead to pages of the site only", async ({ app }) => {
  const html = await (await fetch(`${app.baseUrl}/terms`)).text();
  const actions = [...html.matchAll(/name="(\$ACTION_ID_[0-9a-f]+)"/g)].map(([, name = ""]) => name);
  expect(actions.length).toBe(2);
  for (const address of [
    "//evil.example",
    "https://evil.example",
    "/en/terms?\r\nx: y",
    "/chats",
    "/en/chats",
  ]) {
    for (const action of actions) {
      const body = new FormData();
      for (const [name, value] of Object.entries({
        [action]: "",
        address,
        path: address,
        theme: "dark",
        locale: "en",
      }))
        body.append(name, value);
      const response = await fetch(`${app.baseUrl}/terms`, {
        method: "POST",
        headers: { origin: app.baseUrl },
        body,
        redirect: "manual",
      });
      expect([response.status, response.headers.get("location")], address).toEqual([200, null]);
    }
  }
});

test("a page of the site is compressed for who takes it, and comes to the router as a step, too", async ({
  app,
}) => {
  const get = (headers: Record<string, string>) => fetch(`${app.baseUrl}/en/features`, { headers });
  const packed = await get({ "accept-encoding": "gzip" });
  expect(packed.headers.get("content-encoding")).toBe("gzip");
  const plain = await get({ "accept-encoding": "gzip;q=0" });
  expect(plain.headers.get("content-encoding")).toBeNull();
  expect(await plain.text()).toContain("</html>");
  expect(await packed.text()).toContain("</html>");
  const step = await get({ rsc: "1", "accept-encoding": "identity" });
  expect(step.headers.get("content-type")).toContain("text/x-component");
  const head = await fetch(`${app.baseUrl}/features`, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
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

test("titles name the page, the bot and the product", async ({ team, pageOf }) => {
  await team.addDocument("運費", "運費 80 元。");
  const page = await pageOf(team.owner);
  await page.goto(`/bots/${team.bot.id}`);
  const bot = team.bot.name;
  await expect(page).toHaveTitle(`總覽 · ${bot} · Dawen 答問`);
  await page.getByRole("navigation", { name: "機器人頁面" }).getByRole("link", { name: "文件" }).click();
  await expect(page).toHaveTitle(`文件 · ${bot} · Dawen 答問`);
  await page.getByRole("rowheader").getByRole("link", { name: "運費" }).click();
  await expect(page).toHaveTitle(`運費 · ${bot} · Dawen 答問`);
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
