import { expect, test } from "../support/fixtures";

test("the tools work without an account, and load at most a few KB of script", async ({ page, app }) => {
  for (const name of ["characters", "contrast", "wording", "snippet", "answer"]) {
    const scripts: Promise<number>[] = [];
    page.on("response", (response) => {
      expect(new URL(response.url()).origin).toBe(app.baseUrl);
      if (response.request().resourceType() === "script" && response.status() === 200)
        scripts.push(response.body().then(({ length }) => length));
    });
    await page.goto(`/tools/${name}`, { waitUntil: "networkidle" });
    const bytes = (await Promise.all(scripts)).reduce((sum, length) => sum + length, 0);
    expect(bytes, name).toBeLessThan(6_000);
    page.removeAllListeners("response");
  }
});

test("characters are counted as the widget and the server count them", async ({ page, post, app }) => {
  const { token } = app.demo.bots[0] ?? {};
  await page.goto("/tools/characters");
  const field = page.getByLabel("訊息");
  const count = page.locator("output");
  for (const [text, shown, state] of [
    ["  你好 \n", "2", "可以送出。"],
    ["𠮷野家😀", "4", "可以送出。"],
    ["\u200b ", "0", "還沒有看得見的字，送不出去。"],
    ["😀".repeat(300), "300", "可以送出。"],
    [`${"𠮷".repeat(300)}字`, "301", "太長了，多出的字數： 1"],
  ] as const) {
    await field.fill(text);
    await expect(count).toHaveText(shown);
    await expect(page.getByRole("status").locator("p:visible").last()).toHaveText(state);
    const { status } = await post("message", { token, message: text });
    expect(status).toBe(state === "可以送出。" ? 200 : 400);
  }
});

test("a colour is shown as the widget shows it, with its contrast", async ({ page }) => {
  await page.goto("/en/tools/contrast");
  const ratio = page.locator("[data-ratio=button]");
  await page.getByLabel("Colour", { exact: true }).fill("#ffffff");
  await expect(ratio).toHaveText("21.00 : 1");
  const light = page.locator("[data-ratio=light]");
  expect(Number.parseFloat((await light.textContent()) ?? "")).toBeGreaterThanOrEqual(4.5);
  await page.getByLabel("Colour", { exact: true }).fill("no colour");
  await expect(page.getByLabel("Colour", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await expect(ratio).toHaveText("21.00 : 1");
});

test("simplified text is reworded, every change shown, and what can't be is said beside its field", async ({
  page,
}) => {
  await page.goto("/tools/wording");
  await page.getByLabel("文字").fill("我们的软件 <b>默认</b>");
  await page.getByRole("button", { name: "轉換" }).click();
  await expect(page.getByText("我們的軟體 <b>預設</b>", { exact: true })).toBeVisible();
  await expect(page.getByLabel("文字")).toHaveValue("我们的软件 <b>默认</b>");
  expect(await page.locator("del").count()).toBeGreaterThan(1);
  await page.getByLabel("文字").fill("字".repeat(5_001));
  await page.getByRole("button", { name: "轉換" }).click();
  await expect(page.getByText("最多 5,000 個字，現在 5,001 個。")).toBeVisible();
  await expect(page.getByLabel("文字")).toHaveValue("字".repeat(5_001));
});

test("a pasted text answers with a literal quote, without a script, and so often from one address", async ({
  newPage,
}) => {
  const page = await newPage({ javaScriptEnabled: false, locale: "zh-TW" });
  const text = "# 運費\n滿 1,200 元免運費，未滿收 80 元。\n\n# 退貨\n收到商品隔天起 7 天內可以退貨。";
  await page.goto("/tools/answer");
  const ask = async (question: string) => {
    await page.getByLabel("文字").fill(text);
    await page.getByLabel("問題").fill(question);
    const answered = page.waitForEvent("load");
    await page.getByRole("button", { name: "問問看" }).click();
    await answered;
  };
  await ask("運費多少？");
  await expect(page.locator("blockquote")).toContainText("滿 1,200 元免運費");
  await expect(page.getByLabel("問題")).toHaveValue("運費多少？");
  await ask("推薦一家汽車保養廠");
  await expect(page.getByText("老實說找不到，不亂猜。")).toBeVisible();
  await expect(page.locator("blockquote")).toHaveCount(0);
  await ask("");
  await expect(page.getByLabel("問題")).toHaveAttribute("aria-invalid", "true");
  const [asked] = await Promise.all([
    page.waitForRequest((request) => request.method() === "POST"),
    ask("運費多少？"),
  ]);
  await expect(page.locator("blockquote")).toBeVisible();
  // The rest of a minute's share at once, as that form sends it: a browser may take longer than the minute.
  const { origin } = new URL(page.url());
  const headers = { origin, "content-type": asked.headers()["content-type"] ?? "" };
  const data = asked.postDataBuffer() ?? "";
  const answers = Array.from({ length: 16 }, () => page.request.post(asked.url(), { headers, data }));
  for (const answer of await Promise.all(answers)) expect(await answer.text()).toContain("<blockquote");
  await ask("運費多少？");
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expect(page.locator("blockquote")).toHaveCount(0);
});

test("the snippet is made as chosen, copied, and tried on the page; a wrong token is said", async ({
  page,
  app,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/en/tools/snippet");
  await page.getByLabel("Language").selectOption("ja");
  await page.getByLabel("Opening").selectOption("none");
  await page.getByRole("button", { name: "Make and try it" }).click();
  const token = app.demo.bots[0]?.token;
  const snippet = `<script src="${app.baseUrl}/widget.js" data-token="${token}" data-locale="ja" data-launcher="none" async></script>`;
  await expect(page.locator("code")).toHaveText(snippet);
  // It says so for a moment: the wait, in the page, begins before it.
  await Promise.all([
    page.getByRole("button", { name: "Copied" }).waitFor(),
    page.getByRole("button", { name: "Copy" }).click(),
  ]);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(snippet);
  await page.getByRole("button", { name: "Open the chat" }).click();
  await expect(page.locator("dawen-widget").getByRole("dialog")).toBeVisible();

  for (const [typed, said] of [
    ['"><b>', "This is no token"],
    ["0".repeat(32), "No bot on this server has that token"],
  ] as const) {
    await page.getByLabel("Token").fill(typed);
    await page.getByRole("button", { name: "Make and try it" }).click();
    await expect(page.getByText(said)).toBeVisible();
    await expect(page.locator("code")).toHaveCount(0);
    await expect(page.getByLabel("Token")).toHaveValue(typed);
  }
});
