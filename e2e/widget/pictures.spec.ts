import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
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
});
