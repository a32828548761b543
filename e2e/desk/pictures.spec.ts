import type { Page } from "@playwright/test";
import sharp from "sharp";
import { callAction } from "@/e2e/support/call-action";
import { expectNoViolations } from "@/e2e/support/expect-no-violations";
import { expect, test } from "@/e2e/support/fixtures";
import { askForPerson, drawPicture, postPicture } from "@/e2e/support/send-picture";
import { eventsResponse } from "@/lib/contract/events";

const log = (page: Page) => page.getByRole("log", { name: "對話內容" });
const reply = (page: Page) => page.getByRole("textbox", { name: "回覆訪客" });
const chosen = (page: Page) => page.getByRole("list", { name: "要傳的圖片" }).getByRole("img");
const sendButton = (page: Page) => page.getByRole("button", { name: "送出" });

type Visitor = Awaited<ReturnType<typeof askForPerson>>;

/** What the visitor was told so far: the words of each turn of a person, and how large its picture is. */
async function toldTo(baseUrl: string, { token, key }: Visitor) {
  const response = await fetch(`${baseUrl}/api/widget/events?token=${token}`, {
    headers: { "dawen-visitor": key },
  });
  const { events } = eventsResponse.parse(await response.json());
  return events.flatMap(({ event, data }) =>
    event === "turn" && data.role === "person"
      ? [[data.texts.join(), data.picture ? `${data.picture.width}x${data.picture.height}` : ""]]
      : [],
  );
}

test("@phone a member sees a visitor's picture, and sends words and pictures, made smaller, in their order", async ({
  app,
  team,
  post,
  pageOf,
  address,
}) => {
  test.slow();
  const visitor = await askForPerson(team.bot.token, post);
  await postPicture(app.baseUrl, visitor, await drawPicture(900, 600), { "x-forwarded-for": address });
  const page = await pageOf(team.owner);
  await page.goto("/chats");
  await page.getByRole("listitem").filter({ hasText: "等真人" }).getByRole("link").click();
  const theirs = log(page).getByRole("img", { name: "（圖片）" });
  await expect
    .poll(() => theirs.first().evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
    .toBe(900);
  await page.getByRole("button", { name: "（圖片）" }).click();
  await expect(page.getByRole("dialog", { name: "（圖片）" })).toBeVisible();
  await expectNoViolations(page, "a picture is enlarged");
  await page.getByRole("button", { name: "關閉" }).click();
  await expect(page.getByRole("dialog", { name: "（圖片）" })).toBeHidden();

  await page.getByRole("button", { name: "接手" }).click();
  await expect(reply(page)).toBeEditable();
  const files = page.locator("input[type=file]");
  const big = await sharp({ create: { width: 4_000, height: 1_000, channels: 4, background: "#0a6b6b80" } })
    .png()
    .toBuffer();
  await files.setInputFiles([
    { name: "big.png", mimeType: "image/png", buffer: big },
    { name: "small.jpg", mimeType: "image/jpeg", buffer: await drawPicture(120, 80) },
  ]);
  await expect(chosen(page)).toHaveCount(2);
  await expectNoViolations(page, "pictures wait to be sent");
  await page.getByRole("button", { name: "拿掉第 2 張圖片" }).click();
  await expect(chosen(page)).toHaveCount(1);
  await files.setInputFiles([{ name: "b.jpg", mimeType: "image/jpeg", buffer: await drawPicture(60, 80) }]);
  await expect(chosen(page)).toHaveCount(2);
  await reply(page).fill("是這兩款嗎？");
  await sendButton(page).click();
  await expect(chosen(page)).toHaveCount(0);
  await expect(reply(page)).toHaveValue("");
  expect(await toldTo(app.baseUrl, visitor)).toEqual([
    ["是這兩款嗎？", ""],
    ["（圖片）", "2048x512"],
    ["（圖片）", "60x80"],
  ]);
  await expect(log(page).getByRole("img", { name: "（圖片）" })).toHaveCount(3);
});

test("pictures are pasted and dropped; what is none says so; one that can't be sent stays, and is sent once", async ({
  app,
  team,
  post,
  pageOf,
  faults,
}) => {
  faults.expect(/status of 500/);
  const visitor = await askForPerson(team.bot.token, post);
  const page = await pageOf(team.owner);
  await page.goto("/chats");
  await page.getByRole("listitem").filter({ hasText: "等真人" }).getByRole("link").click();
  await page.getByRole("button", { name: "接手" }).click();
  await expect(reply(page)).toBeEditable();
  const bring = (kind: "paste" | "drop", base64: string, type: string) =>
    page.evaluate(
      ({ kind, base64, type }) => {
        const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], "a", { type }));
        const options = { bubbles: true, cancelable: true };
        const field = document.querySelector("textarea[name=text]");
        if (kind === "paste")
          field?.dispatchEvent(new ClipboardEvent("paste", { ...options, clipboardData: data }));
        else document.body.dispatchEvent(new DragEvent("drop", { ...options, dataTransfer: data }));
      },
      { kind, base64, type },
    );
  const photo = (await drawPicture()).toString("base64");
  await bring("paste", photo, "image/jpeg");
  await expect(chosen(page)).toHaveCount(1);
  await bring("drop", photo, "image/jpeg");
  await expect(chosen(page)).toHaveCount(2);
  await bring("drop", Buffer.from("<svg/>").toString("base64"), "image/svg+xml");
  await expect(page.getByText("這不是可以傳的圖片。請選 JPEG、PNG、WebP 或 GIF。")).toBeVisible();
  await expect(chosen(page)).toHaveCount(2);

  // The first arrives, and its answer is lost.
  const keys: string[] = [];
  await page.route("**/pictures?key=*", async (route) => {
    keys.push(new URL(route.request().url()).searchParams.get("key") ?? "");
    if (keys.length > 1) return route.continue();
    await route.fetch();
    await route.fulfill({ status: 500, body: "bad gateway" });
  });
  await sendButton(page).click();
  await expect(page.getByText("伺服器沒有好好回應")).toBeVisible();
  await expect(chosen(page)).toHaveCount(1);
  await sendButton(page).click();
  await expect(chosen(page)).toHaveCount(0);
  expect([keys.length, keys[0] === keys[2]]).toEqual([3, true]);
  expect(await toldTo(app.baseUrl, visitor)).toHaveLength(2);
  await callAction(app.baseUrl, "closeChatAction", {
    form: { conversationId: page.url().split("/").at(-1) ?? "" },
    headers: { cookie: team.owner.cookie },
  });
  await expect(page.getByRole("button", { name: "圖片", exact: true })).toBeHidden();
});
