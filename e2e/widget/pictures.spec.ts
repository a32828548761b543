import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, test } from "./fixtures";
import { createLine } from "./line";
import { asked, meetPerson, pathOf, taken, word } from "./meet-person";

/** A blue picture of 160 by 120 pixels, as the server gives it. */
const blue = Buffer.from(
  "<svg xmlns='http://www.w3.org/2000/svg' width='160' height='120'><rect width='160' height='120' fill='#06c'/></svg>",
);

/** The server's pictures are blue; gives the paths that were asked for. */
async function servePictures(page: Page): Promise<string[]> {
  const paths: string[] = [];
  await page.route("**/api/files/**", (route) => {
    paths.push(new URL(route.request().url()).pathname);
    return route.fulfill({ contentType: "image/svg+xml", body: blue });
  });
  return paths;
}

const pictureTurn = (id: string, picture: unknown) => ({
  ...{ turn_id: id, role: "person", texts: [word], at: Date.now(), person: taken.person },
  picture,
});

test.describe("a picture from a person", () => {
  test("is shown in its size, and opens in a tab of its own; it is there on the next page", async ({
    visit,
    bot,
    page,
    app,
  }) => {
    await servePictures(page);
    const { widget, line } = await meetPerson(visit, bot);
    line.add("turn", pictureTurn("turn-2", { url: pathOf("p1"), width: 1600, height: 1200 }));
    const image = widget.log.getByRole("img", { name: word });
    const link = widget.log.getByRole("link", { name: word });
    for (const isNextPage of [false, true]) {
      if (isNextPage) await visit("other");
      await expect(image).toHaveJSProperty("naturalWidth", 160);
      await expect(image).toHaveAttribute("width", "260");
      await expect(image).toHaveAttribute("height", "195");
      await expect(link).toHaveAttribute("href", app.origin + pathOf("p1"));
      await expect(link).toHaveAttribute("target", "_blank");
      await expect(link).toHaveAttribute("rel", "noopener");
      await expect(widget.log.getByText(word)).toHaveCount(0);
    }
    expect(await image.boundingBox()).toMatchObject({ width: 260, height: 195 });
    // Its word is what the bot's own history says of it.
    bot.answer = () => ({ ...asked, handoff: true, person: taken.person, turn_id: "turn-3" });
    await widget.ask("看到了");
    await expect.poll(() => bot.messages.length).toBe(2);
    expect(bot.messages[1]?.body.history).toContainEqual({ role: "assistant", content: word });
  });

  test("takes its place before it is here: nothing jumps when it comes", async ({ visit, bot, page }) => {
    const gate = Promise.withResolvers<void>();
    await page.route("**/api/files/**", async (route) => {
      await gate.promise;
      await route.fulfill({ contentType: "image/svg+xml", body: blue });
    });
    const { widget, line } = await meetPerson(visit, bot);
    line.add("turn", pictureTurn("turn-2", { url: pathOf("p1"), width: 900, height: 1800 }));
    const image = widget.log.getByRole("img", { name: word });
    await expect(image).toBeVisible();
    const size = { width: 130, height: 260 };
    expect(await image.boundingBox()).toMatchObject(size);
    gate.resolve();
    await expect(image).toHaveJSProperty("naturalWidth", 160);
    expect(await image.boundingBox()).toMatchObject(size);
  });

  test("comes with an answer as well", async ({ visit, bot, page }) => {
    await servePictures(page);
    const { widget } = await meetPerson(visit, bot);
    const { turn_id, ...said } = pictureTurn("turn-2", { url: pathOf("p1"), width: 80, height: 60 });
    bot.answer = () => ({
      ...{ ...asked, message_id: undefined, ...taken, turn_id: "turn-3" },
      extra_replies: [{ turn_id, text: word, person: said.person, picture: said.picture }],
    });
    await widget.ask("有照片嗎?");
    const image = widget.log.getByRole("img", { name: word });
    await expect(image).toHaveJSProperty("naturalWidth", 160);
    expect(await image.boundingBox()).toMatchObject({ width: 80, height: 60 });
  });

  test("that fails to load is its word", async ({ visit, bot, page }) => {
    await page.route("**/api/files/**", (route) => route.fulfill({ status: 404, body: "" }));
    const { widget, line } = await meetPerson(visit, bot);
    line.add("turn", pictureTurn("turn-2", { url: pathOf("p1"), width: 1600, height: 1200 }));
    await expect(widget.bubbles.last()).toHaveText(word);
    await expect(widget.log.getByRole("link", { name: word })).toBeVisible();
    await expect(widget.log.getByRole("img")).toHaveCount(0);
  });

  test("from any other address stays its word, whoever says so", async ({ visit, bot, page, app }) => {
    const paths = await servePictures(page);
    const { widget, line } = await meetPerson(visit, bot);
    const foreign = [
      ...["https://evil.example/api/files/p1", "//evil.example/api/files/p1", "/\\evil.example/api/files/p"],
      ...[`${app.origin}/api/files/p1`, "/api/files/../chats/p1", "/api/files/", "/api/files/%2e%2e/p1"],
      ...["javascript:alert(1)", "@evil.example/api/files/p1", "", 7, null],
    ];
    for (const [at, url] of foreign.entries())
      line.add("turn", pictureTurn(`turn-2${at + 10}`, { url, width: 10, height: 10 }));
    line.add("turn", pictureTurn("turn-290", "no picture at all"));
    const said = [...foreign, "no picture at all"].map(() => word);
    await expect(widget.bubbles).toHaveText([/你好/, "我要找真人", asked.reply, ...said]);
    // The same from storage, where any script of the page may have written.
    await visit("other");
    await expect(widget.bubbles).toHaveText([/你好/, "我要找真人", asked.reply, ...said]);
    await expect(widget.log.getByRole("link")).toHaveCount(0);
    expect(paths).toEqual([]);
  });

  test("counts as one that waits to be read, and the sizes may be anything", async ({ visit, bot, page }) => {
    await servePictures(page);
    const { widget, line } = await meetPerson(visit, bot);
    await widget.launcher.click();
    await expect(widget.panel).toBeHidden();
    line.add("turn", pictureTurn("turn-2", { url: pathOf("p1"), width: "x", height: -1 }));
    line.add("turn", pictureTurn("turn-3", { url: pathOf("p2") }));
    await expect(widget.launcher.locator(".badge")).toHaveText("2");
    await expect.poll(() => page.title()).toMatch(/^\(2\)/);
    await widget.open();
    await expect(widget.log.getByRole("link", { name: word })).toHaveCount(2);
  });
});

/** What the page gets that asks without a stream: the turns from there, and the state. Gives from where it asked. */
async function serveTurns(page: Page, status: number, turns: readonly unknown[]): Promise<string[]> {
  const positions: string[] = [];
  await page.route("**/api/widget/events**", (route) => {
    const headers = route.request().headers();
    if (headers.accept === "text/event-stream") return route.fallback();
    positions.push(headers["last-event-id"] ?? "");
    const events = [...turns.map((data) => ({ event: "turn", data })), { event: "state", data: taken }];
    const json = status === 200 ? { success: true, events, next: "" } : { success: false, error: "沒有" };
    return route.fulfill({ status, headers: { "access-control-allow-origin": "*" }, json });
  });
  return positions;
}

test.describe("a stored picture whose link has ended", () => {
  const id = "019d0000-0000-7000-8000-0123456789ab";
  const old = pathOf("p1");
  const renewed = "/api/files/p1?until=1798761600&key=other";

  test("is shown with another one, which is kept", async ({ visit, bot, page, app }) => {
    const asks: string[] = [];
    await page.route("**/api/files/**", (route) => {
      const { pathname, search } = new URL(route.request().url());
      asks.push(pathname + search);
      const headers = { "access-control-allow-origin": "*" };
      return pathname + search === renewed
        ? route.fulfill({ headers, contentType: "image/svg+xml", body: blue })
        : route.fulfill({ status: 404, headers, body: "" });
    });
    const turn = (url: string) => ({ ...pictureTurn(id, { url, width: 160, height: 120 }) });
    const positions = await serveTurns(page, 200, [turn(renewed)]);
    const { widget, line } = await meetPerson(visit, bot);
    line.add("turn", turn(old));
    const image = widget.log.getByRole("img", { name: word });
    await expect(image).toHaveJSProperty("naturalWidth", 160);
    await expect(widget.log.getByRole("link", { name: word })).toHaveAttribute("href", app.origin + renewed);
    // From just before it.
    expect(positions).toContain("019d0000-0000-7000-8000-000000000000");
    await expect(widget.bubbles).toHaveCount(4);
    const before = asks.filter((path) => path === old).length;
    bot.events = createLine(["state", taken]).events;
    await visit("other");
    await expect(image).toHaveJSProperty("naturalWidth", 160);
    expect(asks.filter((path) => path === old)).toHaveLength(before);
  });

  for (const [status, why] of [
    [200, "the server has no other"],
    [404, "the chat is gone"],
  ] as const) {
    test(`says that it can't be seen any more, where ${why}`, async ({ visit, bot, page }) => {
      await page.route("**/api/files/**", (route) =>
        route.fulfill({ status: 404, headers: { "access-control-allow-origin": "*" }, body: "" }),
      );
      const turn = pictureTurn(id, { url: old, width: 160, height: 120 });
      const positions = await serveTurns(page, status, [turn]);
      const { widget, line } = await meetPerson(visit, bot);
      line.add("turn", turn);
      await expect(widget.bubbles.last()).toHaveText("圖片已不能再看");
      await expect(widget.log.getByRole("link")).toHaveCount(0);
      // It is asked for once, whatever else is said.
      await expect.poll(() => positions.filter((at) => at.startsWith("019d")).length).toBe(1);
      line.add("turn", { ...pictureTurn("turn-99", undefined), texts: ["還在嗎"] });
      if (status === 200) await expect(widget.bubbles.last()).toHaveText("還在嗎");
      expect(positions.filter((at) => at.startsWith("019d"))).toHaveLength(1);
    });
  }

  test("stays its word, which opens it, while the server is away", async ({ visit, bot, page }) => {
    await page.route("**/api/files/**", (route) =>
      route.fulfill({ status: 500, headers: { "access-control-allow-origin": "*" }, body: "" }),
    );
    const positions = await serveTurns(page, 200, []);
    const { widget, line } = await meetPerson(visit, bot);
    line.add("turn", pictureTurn(id, { url: old, width: 160, height: 120 }));
    await expect(widget.log.getByRole("link", { name: word })).toHaveText(word);
    expect(positions.filter((at) => at.startsWith("019d"))).toEqual([]);
  });
});

test.describe("who answers", () => {
  const face = (url: unknown) => ({ name: "小林", avatar_url: url });
  const serveFaces = (page: Page, status = 200) =>
    page.route("**/api/faces/**", (route) =>
      route.fulfill({ status, contentType: "image/svg+xml", body: status === 200 ? blue : "" }),
    );

  test("is shown with their picture, above the talk and beside their words", async ({ visit, bot, page }) => {
    await serveFaces(page);
    const { widget, line } = await meetPerson(visit, bot);
    const person = face("/api/faces/f1");
    line.add("state", { handoff: true, person });
    line.add("turn", { turn_id: "turn-2", role: "person", texts: ["你好"], person });
    const present = widget.panel.locator(".present");
    await expect(present.locator("img")).toHaveJSProperty("naturalWidth", 160);
    await expect(present).toHaveText("小林 在這裡回覆你");
    await expect(widget.log.locator(".by img")).toHaveJSProperty("naturalWidth", 160);
    expect(await present.locator(".face").boundingBox()).toMatchObject({ width: 20, height: 20 });
    // Another person, who has none.
    line.add("state", { handoff: true, person: { name: "小美", avatar_url: "" } });
    await expect(present).toHaveText("小美 在這裡回覆你");
    await expect(present.locator(".face")).toHaveCount(0);
    await visit("other");
    await expect(widget.log.locator(".by img")).toHaveJSProperty("naturalWidth", 160);
  });

  test("is a letter where it can't be loaded, and nothing where it is of another server", async ({
    visit,
    bot,
    page,
  }) => {
    await serveFaces(page, 404);
    const { widget, line } = await meetPerson(visit, bot);
    const say = (id: number, person: unknown) =>
      line.add("turn", { turn_id: `turn-3${id}`, role: "person", texts: [`第 ${id} 句`], person });
    say(0, face("/api/faces/f1"));
    for (const [at, url] of [
      ...[
        "https://evil.example/api/faces/f1",
        "//evil.example/f",
        "/api/faces/../chats",
        "javascript:alert(1)",
      ],
      ...["/api/faces/", "@evil.example/api/faces/f", 7, null, {}],
    ].entries())
      say(at + 1, face(url));
    await expect(widget.bubbles.last()).toHaveText("第 9 句");
    await expect(widget.log.locator(".face")).toHaveText(["小"]);
  });
});

test.describe("a page whose policy lets no picture in", () => {
  // The browser says so once or twice.
  test.use({ expectedWarnings: "some" });

  test("has the word, which opens the picture", async ({ visit, bot, page, app }) => {
    await servePictures(page);
    const { widget, line } = await meetPerson(visit, bot, "csp");
    line.add("turn", pictureTurn("turn-2", { url: pathOf("p1"), width: 1600, height: 1200 }));
    await expect(widget.bubbles.last()).toHaveText(word);
    await expect(widget.log.getByRole("link", { name: word })).toHaveAttribute(
      "href",
      app.origin + pathOf("p1"),
    );
  });

  test("has the picture's pixels, and the face of who sent it", async ({ visit, bot, page }) => {
    const colour = { r: 0, g: 102, b: 204 };
    const jpeg = await sharp({ create: { width: 900, height: 1_800, channels: 3, background: colour } })
      .jpeg()
      .toBuffer();
    await page.route(/api.(files|faces)/, (route) =>
      route.fulfill({
        ...{ headers: { "access-control-allow-origin": "*" }, contentType: "image/jpeg", body: jpeg },
      }),
    );
    const { widget, line } = await meetPerson(visit, bot, "csp");
    const person = { name: "小林", avatar_url: "/api/faces/f1" };
    line.add("turn", { ...pictureTurn("turn-2", { url: pathOf("p1"), width: 900, height: 1_800 }), person });
    const canvas = widget.log.locator("a[href] canvas");
    await expect(canvas).toBeVisible();
    expect(await canvas.boundingBox()).toMatchObject({ width: 130, height: 260 });
    await expect(widget.log.getByRole("link", { name: word })).toBeVisible();
    await expect(widget.log.locator(".by canvas")).toBeVisible();
    await expect(widget.log.locator(".by canvas")).toHaveCSS("opacity", "1");
  });
});
