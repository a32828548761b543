import { devices, type Locator } from "@playwright/test";
import { expect, test, widgetOn } from "./fixtures";

/** Built-ins that old libraries put theirs in the place of, as a script that breaks the one. */
const replaced = [
  "Array.from = (list) => [...list]",
  "Array.prototype.find = function () { return this }",
  ...["findIndex", "includes", "some", "every", "flat", "flatMap", "indexOf", "reverse"].map(
    (name) => `Array.prototype.${name} = () => undefined`,
  ),
  'Array.prototype.toJSON = function () { return "[" + this + "]" }',
  'Object.prototype.toJSON = () => "{}"',
  'Object.prototype.extra = () => "enumerable"',
  ...["append", "prepend", "before", "after", "replaceWith", "replaceChildren"].map(
    (name) => `Element.prototype.${name} = DocumentFragment.prototype.${name} = () => undefined`,
  ),
  ...["padStart", "padEnd", "replaceAll", "trimStart"].map((name) => `String.prototype.${name} = () => ""`),
  "Object.entries = Object.fromEntries = Object.values = () => []",
  "delete window.TextDecoderStream; delete ReadableStream.prototype.pipeThrough",
];

for (const script of replaced) {
  test(`a page that runs ${script}`, async ({ visit, page, bot }) => {
    // Playwright's own hands need what the page breaks: they act before, and look after it is mended.
    await page.addInitScript(`window.breakPage = () => { ${script} }`);
    bot.deltas = async function* () {
      yield "在";
      yield "的";
    };
    bot.answer = () => ({ success: true, reply: "在的", extra_replies: [] });
    await page.addInitScript(`addEventListener("DOMContentLoaded", () => breakPage())`);
    const said = await page.context().newCDPSession(page);
    await visit();
    const run = async (expression: string) =>
      (await said.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true })).result
        .value;
    const untilSo = (expression: string) =>
      expect.poll(() => run(expression), { message: expression }).toBe(true);
    const shadow = `document.querySelector("dawen-widget")?.shadowRoot`;
    await untilSo(`!!${shadow}?.querySelector(".launcher")`);
    await run(`${shadow}.querySelector(".launcher").click(); dawen.send("一")`);
    await untilSo(
      `${shadow}.querySelector("[role=log]").textContent.endsWith("在的") || ${shadow}.querySelectorAll(".bubble").length > 2`,
    );
    await expect.poll(() => bot.messages.length).toBe(1);
    expect(bot.messages[0]?.body).toMatchObject({ message: "一", history: [] });
    expect(bot.messages[0]?.body.chat_id).toMatch(/^web_[\da-f]{32}$/);
  });
}

for (const event of [
  "copy",
  "paste",
  "contextmenu",
  "wheel",
  "keydown",
  "beforeinput",
  "mousedown",
  "pointerdown",
  "click",
]) {
  for (const capture of [true, false]) {
    test(`a page that prevents ${event}${capture ? " in the capture phase" : ""}`, async ({
      visit,
      page,
    }) => {
      const widget = await visit();
      await widget.openKept();
      await page.evaluate(
        ([type, isCapture]) => {
          for (const target of [document, document.body, document.documentElement])
            target.addEventListener(
              `${type}`,
              (one) => {
                one.preventDefault();
                one.stopPropagation();
              },
              { capture: !!isCapture, passive: false },
            );
          if (!isCapture)
            window.addEventListener(`${type}`, (one) => one.preventDefault(), { passive: false });
        },
        [event, capture],
      );
      await widget.input.click();
      await page.keyboard.type("一");
      await page.keyboard.press("Enter");
      await expect(widget.bubbles.nth(1)).toHaveText("一");
      const isPrevented = await widget.input.evaluate(
        (input, type) =>
          !input.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true })),
        event,
      );
      expect(isPrevented).toBe(false);
    });
  }
}

test("a dialog that keeps the focus leaves it to the widget", async ({ visit, page }) => {
  const widget = await visit();
  await widget.openKept();
  await page.evaluate(() => {
    const own = document.querySelector<HTMLElement>("#page-input");
    const take = ({ target }: Event) => target !== own && own?.focus();
    document.addEventListener("focusin", take);
    document.addEventListener("focusin", take, true);
    own?.focus();
  });
  await widget.input.click();
  await page.keyboard.type("哈囉");
  await expect(widget.input).toHaveValue("哈囉");
});

test("elements named like what we read", async ({ visit, page }) => {
  const widget = await visit();
  await page.evaluate(() => {
    for (const name of [
      "title",
      "hidden",
      "documentElement",
      "activeElement",
      "body",
      "createElement",
      "querySelector",
      "readyState",
    ]) {
      const image = Document.prototype.createElement.call(document, "img");
      image.setAttribute("name", name);
      Reflect.get(Document.prototype, "body", document).appendChild(image);
    }
  });
  await widget.open();
  await widget.ask("一");
  await expect(widget.bubbles.nth(2)).toHaveText("你問的是「一」");
  await widget.launcher.click();
  await expect(widget.launcher).toHaveAccessibleName("客服對話");
});

test("an element named dawen stands aside", async ({ visit, page }) => {
  const widget = await visit("named");
  await expect(widget.launcher).toBeVisible();
  await page.evaluate("dawen.open()");
  await expect(widget.panel).toBeVisible();
});

test("a page that is written anew after it has loaded", async ({ visit, page }) => {
  const widget = await visit();
  await expect(widget.launcher).toBeVisible();
  await page.evaluate(() => {
    document.open();
    document.write("<!doctype html><title>新</title><body><p>重寫過的頁面</p></body>");
    document.close();
  });
  await widget.open();
  await widget.ask("一");
  await expect(widget.bubbles.nth(2)).toHaveText("你問的是「一」");
});

for (const zoom of [0.5, 1.5, 2]) {
  test(`a page with zoom ${zoom} on <html>`, async ({ visit, page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const widget = await visit();
    await page.evaluate((value) => document.documentElement.style.setProperty("zoom", `${value}`), zoom);
    await widget.open();
    // What undoes the zoom comes after the panel is painted.
    await expect(async () => {
      const box = (await widget.input.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      expect(box.width).toBeGreaterThan(250);
      expect(box.x + box.width).toBeLessThanOrEqual(390);
      expect(box.y + box.height).toBeLessThanOrEqual(844);
    }).toPass();
  });
}

test("a native dialog that is open has the page to itself; the launcher is there when it closes", async ({
  visit,
  page,
}) => {
  await page.addInitScript(() => {
    addEventListener("DOMContentLoaded", () => {
      const dialog = document.createElement("dialog");
      dialog.innerHTML = "<p>訂閱電子報</p><button>關閉</button>";
      document.body.append(dialog);
      dialog.showModal();
      dialog.querySelector("button")?.addEventListener("click", () => dialog.close());
    });
  });
  const widget = await visit();
  await expect(widget.launcher).toBeAttached();
  const top = () =>
    widget.launcher.evaluate((launcher) => {
      const { x, y, width, height } = launcher.getBoundingClientRect();
      return document.elementFromPoint(x + width / 2, y + height / 2)?.localName;
    });
  expect(await top()).toBe("dialog");
  await page.getByRole("button", { name: "關閉" }).click();
  await expect.poll(top).toBe("dawen-widget");
  await widget.open();
});

test("a page with a button of its own needs no launcher", async ({ visit, page }) => {
  const widget = await visit("plain", { "data-launcher": "none" });
  await page.waitForFunction(() => document.querySelector("dawen-widget"));
  await expect(widget.launcher).toBeHidden();
  await page.evaluate(() => document.querySelector("#page-button")?.setAttribute("data-dawen-open", ""));
  await page.click("#page-button");
  await expect(widget.panel).toBeVisible();
  await widget.ask("一");
  await expect(widget.bubbles.nth(2)).toHaveText("你問的是「一」");
  await page.evaluate("dawen.hide()");
  await expect(widget.panel).toBeHidden();
  await page.evaluate("dawen.open()");
  await expect(widget.panel).toBeVisible();
});

test("a panel that the page opens stays closed once the visitor closed it", async ({ visit, page }) => {
  const widget = await visit("plain", { "data-open": "" });
  await expect(widget.panel).toBeVisible();
  await page.keyboard.press("Tab");
  await widget.launcher.click();
  await visit("other", { "data-open": "" });
  await expect(widget.launcher).toBeVisible();
  await expect(widget.panel).toBeHidden();
});

test("a panel that the page itself closed is opened by the page again", async ({ visit, page }) => {
  const widget = await visit("plain", { "data-open": "" });
  await expect(widget.panel).toBeVisible();
  await page.evaluate("dawen.hide()");
  await expect(widget.panel).toBeHidden();
  await visit("other", { "data-open": "" });
  await expect(widget.panel).toBeVisible();
});

test("a frame that may not copy says so", async ({ visit, page, bot }) => {
  bot.answer = () => ({ success: true, reply: "可以退貨。", extra_replies: [] });
  await visit("framed");
  const widget = widgetOn(page.frameLocator("iframe"));
  await widget.open();
  await widget.ask("一");
  const copy = widget.log.getByRole("button", { name: "複製" });
  await copy.click();
  await expect(widget.log.locator(".foot")).toContainText("這個網頁不讓人複製");
});

test.describe("a policy that allows our first file only", () => {
  test.use({ expectedWarnings: "some" });

  test("the question stays, and the console says what to allow", async ({ visit, faults, app }) => {
    const widget = await visit("one-file");
    await widget.open();
    await widget.ask("一");
    await expect(widget.bubbles.nth(1)).toHaveText("一");
    // The network is there: nothing says that it isn't.
    await expect(widget.panel.locator(".notice")).toHaveText("目前送不出去，會自動再試");
    await expect.poll(() => faults.some((fault) => fault.includes(`allow all of ${app.origin}`))).toBe(true);
  });
});

test("another user of the page begins anew", async ({ visit, page }) => {
  const widget = await visit();
  await widget.open();
  await widget.ask("我的地址是台北市");
  await expect(widget.bubbles).toHaveCount(3);
  await page.evaluate("dawen.reset()");
  await expect(widget.bubbles).toHaveCount(1);
  await page.reload();
  await widget.open();
  await expect(widget.bubbles).toHaveCount(1);
});

test("send(null) says nothing, and a text that is too long waits in the field", async ({
  visit,
  page,
  bot,
}) => {
  const widget = await visit();
  await expect(widget.launcher).toBeVisible();
  await page.evaluate("dawen.send(null)");
  await expect(widget.panel).toBeVisible();
  await page.evaluate(`dawen.send("長".repeat(301))`);
  await expect(widget.input).toHaveValue("長".repeat(301));
  await expect(widget.panel.locator(".counter")).toContainText("1");
  expect(bot.messages).toEqual([]);
});

test("a paused bot has no launcher, where nothing was said", async ({ visit, page, bot }) => {
  bot.config.enabled = false;
  const widget = await visit();
  await expect(widget.host).toHaveCount(1);
  await page.waitForLoadState("networkidle");
  await expect(widget.launcher).toBeHidden();
});

test("telephone numbers and mail addresses are links that do not break; one chip a document", async ({
  visit,
  bot,
}) => {
  bot.answer = () => ({
    success: true,
    reply: "請打 02-2345-6789 分機 12 或 0912-345-678,或寫信到 tea@example.com。訂單 A0212345 除外。",
    extra_replies: [],
    sources: [
      { title: "聯絡", quote: "電話 02-2345-6789" },
      { title: "聯絡", quote: "信箱 tea@example.com" },
    ],
    message_id: "m-1",
  });
  const widget = await visit();
  await widget.open();
  await widget.ask("電話");
  const links = widget.log.locator(".bubble a");
  await expect(links).toHaveCount(3);
  expect(await links.evaluateAll((all) => all.map((one) => one.getAttribute("href")))).toEqual([
    "tel:0223456789,12",
    "tel:0912345678",
    "mailto:tea@example.com",
  ]);
  await expectApart(widget.log);
  const chips = widget.log.locator(".sources .chip");
  await expect(chips).toHaveCount(1);
  await chips.click();
  await expect(widget.log.locator("blockquote p")).toHaveText(["電話 02-2345-6789", "信箱 tea@example.com"]);
  await expectApart(widget.log);
  await widget.log.getByRole("button", { name: "沒幫助" }).click();
  await expect(widget.log.locator(".why")).toBeVisible();
  await expectApart(widget.log);
});

/** Nothing that a finger is to hit lies over another. */
async function expectApart(log: Locator) {
  const boxes = await log
    .locator(".chip, .foot button")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  expect(boxes.length).toBeGreaterThan(1);
  for (const [at, one] of boxes.entries())
    for (const other of boxes.slice(at + 1)) {
      const isOver =
        one.bottom > other.top + 0.5 &&
        other.bottom > one.top + 0.5 &&
        one.right > other.left &&
        other.right > one.left;
      expect(isOver, `${JSON.stringify(one)} ${JSON.stringify(other)}`).toBe(false);
    }
}

test.describe("on a phone", () => {
  const { viewport, hasTouch, isMobile, userAgent } = devices["Pixel 7"];
  test.use({ viewport, hasTouch, isMobile, userAgent });

  test("a quick question that is tapped leaves the keyboard away", async ({ visit, bot }) => {
    bot.config.suggestions = ["運費多少?"];
    const widget = await visit();
    await widget.launcher.tap();
    await widget.log.getByRole("button", { name: "運費多少?" }).tap();
    await expect(widget.bubbles.nth(2)).toBeVisible();
    await expect(widget.input).not.toBeFocused();
  });
});

for (const way of ["src-only", "module", "merged", "shadow"]) {
  test(`the ${way} way in which the line can come`, async ({ visit, bot }) => {
    const widget = await visit(way);
    await widget.open();
    await widget.ask("一");
    await expect(widget.bubbles.nth(2)).toHaveText("你問的是「一」");
    expect(bot.configs).toBe(1);
  });
}
