import sharp from "sharp";
import { callAction } from "@/e2e/support/call-action";
import { expectNoViolations } from "@/e2e/support/expect-no-violations";
import { expect, test } from "@/e2e/support/fixtures";
import { askForPerson, drawPicture } from "@/e2e/support/send-picture";

const sendOwn = (baseUrl: string, cookie: string, body: Uint8Array, more: Record<string, string> = {}) =>
  fetch(`${baseUrl}/api/account/picture`, {
    method: "POST",
    headers: { cookie, ...more },
    body: new Uint8Array(body),
  });

test("a member's picture is told to the visitor they have, and drawn on every site without a cookie", async ({
  app,
  team,
  post,
}) => {
  const visitor = await askForPerson(team.bot.token, post);
  const headers = { cookie: team.owner.cookie };
  const chatsOf = async () => (await (await fetch(`${app.baseUrl}/api/chats`, { headers })).json()).chats;
  await expect.poll(chatsOf).toHaveLength(1);
  const [{ id }] = await chatsOf();
  const form = { conversationId: id };
  expect((await callAction(app.baseUrl, "takeChatAction", { form, headers })).code).toBe("done");
  const personOf = async () => {
    const response = await fetch(`${app.baseUrl}/api/widget/events?token=${visitor.token}`, {
      headers: { "dawen-visitor": visitor.key },
    });
    const { events } = await response.json();
    return events.find(({ event }: { event: string }) => event === "state").data.person;
  };
  expect((await personOf()).avatar_url).toBe("");
  expect((await sendOwn(app.baseUrl, headers.cookie, await drawPicture(900, 500))).status).toBe(204);
  const { avatar_url: address } = await personOf();
  expect(address).toMatch(/^\/api\/faces\/[\da-f-]{36}$/);

  const drawn = await fetch(`${app.baseUrl}${address}`);
  expect([drawn.status, Object.fromEntries(drawn.headers)]).toEqual([
    200,
    expect.objectContaining({
      "access-control-allow-origin": "*",
      "cache-control": "public, max-age=604800, immutable",
      "content-security-policy": "default-src 'none'; sandbox",
      "content-type": "image/jpeg",
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
    }),
  ]);
  expect(drawn.headers.has("set-cookie")).toBe(false);
  expect(await sharp(await drawn.bytes()).metadata()).toMatchObject({ width: 256, height: 256 });

  expect((await callAction(app.baseUrl, "removePictureAction", { form: {}, headers })).code).toBe("done");
  expect((await personOf()).avatar_url).toBe("");
  expect((await fetch(`${app.baseUrl}${address}`)).status).toBe(404);
});

test("what is no picture, too large, or sent by another site is refused; no odd address is more than a 404", async ({
  app,
  team,
}) => {
  const { cookie } = team.owner;
  const told = async (response: Response) => [response.status, (await response.json()).reason];
  const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
  const photo = await drawPicture();
  expect(await told(await sendOwn(app.baseUrl, cookie, svg))).toEqual([400, "picture_type"]);
  expect(await told(await sendOwn(app.baseUrl, cookie, photo.subarray(0, 300)))).toEqual([
    400,
    "picture_broken",
  ]);
  const large = Buffer.concat([photo, Buffer.alloc(1024 * 1024)]);
  expect((await sendOwn(app.baseUrl, cookie, large)).status).toBe(413);
  const crossSite = await sendOwn(app.baseUrl, cookie, photo, { "sec-fetch-site": "cross-site" });
  expect(crossSite.status).toBe(403);
  for (const id of ["x", "..%2f..%2fetc", "%00", "%E0%A4%A", crypto.randomUUID(), "a".repeat(3_000)]) {
    const { status } = await fetch(`${app.baseUrl}/api/faces/${id}`);
    expect([400, 404]).toContain(status);
  }
});

test("@phone a member chooses a picture, which the account, the menu, the team and the chats show, and takes it away", async ({
  app,
  team,
  pageOf,
  post,
}) => {
  test.slow();
  await askForPerson(team.bot.token, post);
  const page = await pageOf(team.owner);
  await page.goto("/account");
  const card = page.locator("section").filter({ has: page.getByRole("heading", { name: "照片" }) });
  const image = card.locator("image");
  await expect(card.getByRole("button", { name: "選擇圖片" })).toBeVisible();
  await expect(image).toHaveCount(0);
  const field = card.locator("input[type=file]");
  await field.setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("no picture") });
  await expect(page.getByText("這不是可以傳的圖片")).toBeVisible();
  await field.setInputFiles({
    ...{ name: "我 & <b>.jpg", mimeType: "image/jpeg", buffer: await drawPicture(3_000, 2_000) },
  });
  await expect(page.getByText("照片已更新")).toBeVisible();
  await expect(image).toHaveAttribute("href", /^\/api\/faces\//);
  const address = await image.getAttribute("href");
  await expect(page.locator("aside").locator(`image[href="${address}"]`)).toHaveCount(1);
  await expectNoViolations(page, "a picture is chosen");
  expect((await fetch(`${app.baseUrl}${address}`)).status).toBe(200);

  await page.goto("/team");
  await expect(page.getByRole("main").locator(`image[href="${address}"]`)).not.toHaveCount(0);
  await page.goto("/chats");
  await page.getByRole("listitem").filter({ hasText: "等真人" }).getByRole("link").click();
  await page.getByRole("button", { name: "接手" }).click();
  await expect(page.getByRole("main").locator(`image[href="${address}"]`)).not.toHaveCount(0);

  await page.goto("/account");
  await card.getByRole("button", { name: "移除照片" }).click();
  await expect(page.getByText("照片已移除")).toBeVisible();
  await expect(image).toHaveCount(0);
  await expect(card.getByRole("button", { name: "選擇圖片" })).toBeVisible();
});
